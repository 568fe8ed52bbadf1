import { addDays, type IsoDate } from "~/domain/calendar";
import type { Readiness, ScreeningOutcome, WaitingListEntry } from "~/domain/waiting-list";
import type { Procedure } from "~/facts/procedures";
import type { Random } from "./random";
import type { Stay } from "./stay";

/** The dates between which the demo happens. */
export interface DemoDates {
  planDate: IsoDate;
  /** Monday of the first week with sessions. */
  weekStart: IsoDate;
}

const OUTCOMES: [ScreeningOutcome, weight: number][] = [
  ["fit", 66],
  ["optimising", 10],
  ["awaiting", 12],
  ["not_screened", 12],
];
const LONGEST_HUB_STAY = 3;

/** What pre-operative assessment has found so far: estimates, for demonstration. */
export function inventReadiness(
  procedure: Procedure,
  stay: Stay,
  isChild: boolean,
  { planDate, weekStart }: DemoDates,
  random: Random,
): Readiness & Pick<WaitingListEntry, "screeningDate"> {
  const screening = random.weighted(OUTCOMES);
  const isKnownReadyDay = screening === "optimising" && random.chance(0.5);
  const assessmentEnds = screening === "fit" && random.chance(0.06);
  return {
    screening,
    screeningDate: screening === "not_screened" ? null : addDays(planDate, -random.whole(60)),
    fitFrom: isKnownReadyDay ? addDays(weekStart, random.whole(10) - 4) : null,
    fitUntil: assessmentEnds ? addDays(weekStart, random.whole(60)) : null,
    hubSuitable: suitsHub(procedure, stay, isChild) && random.chance(0.85) ? true : [],
  };
}

function suitsHub(procedure: Procedure, { asa, nights }: Stay, isChild: boolean): boolean {
  return procedure.hvlc && !isChild && nights <= LONGEST_HUB_STAY && asa <= (nights > 0 ? 2 : 3);
}
