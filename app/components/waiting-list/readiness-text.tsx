import { Tag } from "nhsuk-react-components";
import type { ComponentProps } from "react";
import { dateText } from "~/components/date-text";
import type { IsoDate } from "~/domain/calendar";
import type { ReadinessState } from "~/domain/readiness-state";

export const READINESS_WORDS: Record<ReadinessState, string> = {
  fit: "Fit",
  optimising: "Optimising",
  awaiting: "Awaiting screening",
  not_screened: "Not screened",
  unfit: "Unfit",
  expired: "Fitness ended",
};

const COLOURS: Record<ReadinessState, ComponentProps<typeof Tag>["modifier"]> = {
  fit: "green",
  optimising: "aqua-green",
  awaiting: "white",
  not_screened: "grey",
  unfit: "red",
  expired: "orange",
};

/** What pre-operative assessment says as of a day. */
export interface ReadinessShown {
  state: ReadinessState;
  fitFrom: IsoDate | null;
  fitUntil: IsoDate | null;
}

/** The days that go with a readiness, such as "until 12 January 2027"; empty when none are known. */
export function fitnessDays({ state, fitFrom, fitUntil }: ReadinessShown, today: IsoDate): string {
  const from = fitFrom && fitFrom > today ? `from ${dateText(fitFrom, "brief")}` : "";
  const until = fitUntil ? `${state === "expired" ? "on" : "until"} ${dateText(fitUntil, "brief")}` : "";
  return [from, until].filter(Boolean).join(", ");
}

/** Readiness as a tag with its days. */
export function ReadinessText({ readiness, today }: { readiness: ReadinessShown; today: IsoDate }) {
  const days = fitnessDays(readiness, today);
  return (
    <>
      <Tag modifier={COLOURS[readiness.state]}>{READINESS_WORDS[readiness.state]}</Tag>
      {days ? <span className="app-cell-note">{days}</span> : null}
    </>
  );
}
