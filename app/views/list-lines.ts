import { instantText } from "~/components/date-text";
import { counted } from "~/domain/figure-words";
import type { ListNow } from "~/services/lists/list-now.server";
import type { ListVersion } from "~db/list-versions";

/** One line of the list's state: what was done, by whom and when; or that it was not. */
export interface StateLine {
  label: string;
  done: boolean;
  words: string;
  /** What a reader must not overlook. */
  warning?: string;
}

/**
 * The state line of a list, in the order in which it goes on. `changes`: what differs from its latest version; `touched`:
 * it was changed since it was signed off; `untold`: patients who may be told and do not know this date; `beforeStageTwo`: cases that are booked before stage two of the decision.
 */
export function linesOf(
  list: ListNow,
  versions: readonly ListVersion[],
  {
    changes,
    touched,
    untold,
    beforeStageTwo,
  }: { changes: readonly string[]; touched: boolean; untold: number; beforeStageTwo: number },
  names: (actor: string) => string,
): StateLine[] {
  const { signedOff, patientsTold, locked } = list.state;
  const words = (act: { by: string; at: string; reason: string } | null, more = "") =>
    act
      ? `${names(act.by)}${more}, ${instantText(new Date(act.at))}${act.reason ? `: ${act.reason}` : ""}`
      : "";
  const latest = versions[0];
  return [
    {
      label: "Signed off",
      done: signedOff !== null,
      words: words(signedOff, signedOff?.onBehalfOf ? ` on behalf of ${signedOff.onBehalfOf}` : ""),
      ...warned(
        touched ? "Changed since it was signed off." : "",
        beforeStageTwo > 0
          ? `${counted(beforeStageTwo, "case")} booked before stage two of the shared decision.`
          : "",
      ),
    },
    {
      label: "Patients told",
      done: patientsTold !== null && untold === 0,
      words: words(patientsTold),
      ...warned(patientsTold && untold > 0 ? `${counted(untold, "patient")} not told of this date.` : ""),
    },
    { label: "Locked", done: locked !== null, words: words(locked) },
    {
      label: "Published",
      done: latest !== undefined,
      words: latest
        ? `version ${latest.number}, ${names(latest.publishedBy)}, ${instantText(new Date(latest.publishedAt))}`
        : "",
      ...(latest && changes.length > 0 ? { warning: `Changed since version ${latest.number}.` } : {}),
    },
  ];
}

const warned = (...warnings: string[]): Pick<StateLine, "warning"> => {
  const warning = warnings.filter(Boolean).join(" ");
  return warning === "" ? {} : { warning };
};
