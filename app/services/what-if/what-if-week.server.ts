import { scenarioWeek, type ScenarioChange } from "~/domain/scenario";
import { isBookable } from "~/domain/session-time";
import type { HeldWeek } from "../solve-week-files.server";

/**
 * The live week as a what-if has it. Sessions that it adds exist in no store. Who stands in a session that it takes away
 * must move, and told patients among them do not count against those who may.
 */
export function whatIfWeek(live: HeldWeek, changes: readonly ScenarioChange[]): HeldWeek {
  const before = new Map(live.sessions.map((held) => [held.session.sessionId, held]));
  const after = scenarioWeek(
    {
      sessions: live.sessions.map(({ session }) => session),
      resources: live.resources,
      policy: live.policy,
    },
    changes,
  );
  const organisation = live.sessions[0]?.organisation ?? "";
  const bookable = new Map(after.sessions.map((session) => [session.sessionId, isBookable(session)]));
  return {
    ...live,
    isWhatIf: true,
    policy: after.policy,
    resources: after.resources,
    sessions: after.sessions.map((session) => ({
      id: before.get(session.sessionId)?.id ?? session.sessionId,
      organisation,
      session,
    })),
    entries: live.entries.map((held) => ({ ...held, entry: after.entry(held.entry) })),
    standing: live.standing.map((one) => ({ ...one, bookable: bookable.get(one.sessionId) ?? false })),
  };
}
