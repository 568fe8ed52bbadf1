import type { SiteSettings } from "../workspace-settings";
import { listActuals } from "./actuals";
import { caseStanding } from "./moments";
import type { DayList } from "./outlook";

/** From how many minutes a late start, a gap and an early finish are asked a reason. */
export type DebriefBorders = Pick<SiteSettings, "lateStartMinutes" | "gapMinutes" | "earlyFinishMinutes">;

/** What the recorded times ask the team about. Whole minutes. */
export interface DebriefFindings {
  /** Minutes after the start of the session at which the first case began; null: in time, or not begun. */
  lateStart: number | null;
  /** Minutes beyond the turnaround before the case of an entry. */
  gaps: { before: string; minutes: number }[];
  /** Minutes before the end of the session at which the last case was out; null: not early, or not over. */
  earlyFinish: number | null;
  /** Minutes after the end of the session at which the last case was out; null: none. */
  overrun: number | null;
}

/** What the times of a list ask a reason for, by the borders of its site. */
export function debriefFindings(list: DayList, borders: DebriefBorders): DebriefFindings {
  const { start, end, turnaround, cases } = list;
  const { firstStart, lastOut, gaps } = listActuals(list);
  const late = firstStart === null ? 0 : firstStart - start;
  const isOver = cases.length > 0 && cases.every(({ times }) => caseStanding(times) === "done");
  const early = isOver && lastOut !== null ? end - lastOut : 0;
  return {
    lateStart: late >= borders.lateStartMinutes ? late : null,
    gaps: gaps
      .map((gap) => ({ ...gap, minutes: gap.minutes - turnaround }))
      .filter(({ minutes }) => minutes >= borders.gapMinutes),
    earlyFinish: early >= borders.earlyFinishMinutes ? early : null,
    overrun: isOver && early < 0 ? -early : null,
  };
}
