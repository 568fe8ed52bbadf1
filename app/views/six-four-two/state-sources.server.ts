import { addDays } from "~/domain/calendar";
import { listStates } from "~/domain/list-state";
import { untoldCases } from "~/services/lists/untold-cases.server";
import { store } from "~/store.server";
import { leaveWithin } from "~db/leave";
import { placedCases } from "~db/placed-cases";
import { currentPolicy } from "~db/policies";
import type { Scope } from "~db/scope";
import { sessionDetails } from "~db/session-details";
import { sessionEventsWithin } from "~db/session-events";
import type { DateSpan } from "~db/theatre-sessions";
import { currentSettings, type SettingsVersion } from "~db/workspace-settings";
import type { StateSources } from "./session-state";

/** Reads all that the states of an organisation's sessions of some dates follow from. */
export async function stateSources(
  scope: Scope,
  organisation: string,
  span: DateSpan,
  today: string,
): Promise<StateSources & { version: SettingsVersion }> {
  const { db } = store();
  const version = await currentSettings(scope, db, organisation);
  const { policy } = (await currentPolicy(scope, db, organisation))!;
  const states = listStates(await sessionEventsWithin(scope, db, span, organisation));
  const cases = await placedCases(scope, db, span, organisation);
  return {
    ...{ states, cases, untold: await untoldCases(db, cases, states) },
    details: await sessionDetails(scope, db, span, organisation),
    leave: await leaveWithin(scope, db, span, organisation),
    ...{ settings: version.settings, version, policy, today },
  };
}

/** The dates of one day. */
export function daySpan(date: string): DateSpan {
  return { from: date, until: addDays(date, 1) };
}
