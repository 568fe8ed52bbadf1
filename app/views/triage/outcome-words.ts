import type { Outcome } from "~/domain/perioperative/risk-rule";

/** What a rule says, in a few words for staff. */
export function outcomeWords(outcome: Outcome): string {
  switch (outcome.type) {
    case "route":
      return `Route: ${outcome.value}`;
    case "risk":
      return `Risk: ${outcome.value}`;
    case "hub":
      return `Hub: ${outcome.value.replaceAll("_", " ")}`;
    case "daycase":
      return `Day case: ${outcome.value}`;
    case "optimise":
      return `Make ready: ${outcome.topic.replaceAll("_", " ")}`;
    case "plan":
      return `Plan: ${outcome.topic.replaceAll("_", " ")}`;
    case "listOrder":
      return `List order: ${outcome.flag}`;
    case "urgent":
      return `Urgent: ${outcome.within}`;
    default:
      return outcome.text;
  }
}
