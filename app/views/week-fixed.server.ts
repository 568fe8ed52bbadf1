import { fixedWeek } from "~/domain/fixed-cases";
import { fixedSentences } from "~/domain/fixed-words";
import type { IsoDate } from "~/domain/calendar";
import { lockedSessions, standingCases } from "~/services/solve-week-standing.server";
import { store } from "~/store.server";
import { currentPolicy } from "~db/policies";
import type { Scope } from "~db/scope";
import { currentSettings } from "~db/workspace-settings";
import type { HeldWeekState } from "./week-state.server";

/** What a new plan of an accepted week would keep. */
export interface WeekFixed {
  /** Patients already told who may move, as the organisation has set. */
  toldMovesMax: number;
  sentences: string[];
}

/** What a new plan would keep of a week, under the organisation's own settings. */
export async function weekFixed(
  scope: Scope,
  { organisation, week, standing }: Pick<HeldWeekState, "organisation" | "week" | "standing">,
  planDate: IsoDate,
): Promise<WeekFixed> {
  const { db } = store();
  const { toldMovesMax } = (await currentSettings(scope, db, organisation)).settings.all;
  if (standing.length === 0) return { toldMovesMax, sentences: [] };
  const { policy } = (await currentPolicy(scope, db, organisation))!;
  const sessions = await lockedSessions(scope, db, { organisation, week });
  const cases = await standingCases(scope, db, { planDate, policy, standing, sessions });
  return { toldMovesMax, sentences: fixedSentences(fixedWeek(cases, toldMovesMax)) };
}
