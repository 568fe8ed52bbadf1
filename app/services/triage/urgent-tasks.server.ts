import type { Said } from "~/domain/perioperative/assess";
import { ruleTitle } from "~/domain/perioperative/risk-rule";
import type { NewTask } from "~db/screening/care-tasks";
import { ruleWithId } from "./rule-set.server";

/** The tasks of rules that call for a person at once. `where`: words on the answers that tell of it, such as ", not sent". */
export function urgentTasksOf(
  of: Pick<NewTask, "entry" | "organisation" | "site">,
  told: readonly Said<"urgent">[],
  thresholds: Readonly<Record<string, number>>,
  where = "",
): NewTask[] {
  return told.map(({ rule, within }) => ({
    ...of,
    ...{ kind: "urgent" as const, about: rule, urgent: true },
    words: `${ruleTitle(ruleWithId(rule)?.title ?? rule, thresholds)}${where}: call the patient the ${within}`,
  }));
}
