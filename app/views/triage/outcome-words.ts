import { DAY_CASE_WORDS, RISK_WORDS, ROUTE_WORDS } from "~/components/triage/triage-words";
import type { HubLevel, Outcome } from "~/domain/perioperative/risk-rule";

const HUB_LEVEL_WORDS: Record<HubLevel, string> = {
  ok: "suits",
  review: "a clinician looks first",
  not_standalone: "not one that stands alone",
  not_any: "none",
};

/** What a rule says, in a few words for staff. */
export function outcomeWords(outcome: Outcome): string {
  switch (outcome.type) {
    case "route":
      return `Route: ${ROUTE_WORDS[outcome.value].toLowerCase()}`;
    case "risk":
      return `Risk: ${RISK_WORDS[outcome.value].toLowerCase()}`;
    case "hub":
      return `Hub: ${HUB_LEVEL_WORDS[outcome.value]}`;
    case "daycase":
      return `Day case: ${DAY_CASE_WORDS[outcome.value].toLowerCase()}`;
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
