import type { DemoHub } from "~/demo/hub";
import { Random } from "~/demo/random";
import { inventResources } from "~/demo/resources";
import { datesOfTemplates, inventTemplates } from "~/demo/templates";
import { addDays, wholeWeeks, type IsoDate } from "~/domain/calendar";
import { STAFF_PARTS } from "~/domain/session-event";
import { DEFAULT_SETTINGS } from "~/domain/workspace-settings";
import type { SharedResource } from "~/domain/theatre";
import { bankHoliday } from "~/facts/bank-holidays";
import type { Actor } from "~db/actor";
import type { Tx } from "~db/commit";
import { insertLeave, type LeaveGiven } from "~db/leave";
import { ensureTheatre } from "~db/made-sessions";
import { recordSessionEvents, type NewSessionEvent } from "~db/session-events";
import { setSessionDetail } from "~db/session-details";
import { insertTemplate } from "~db/session-templates";
import type { Store } from "~db/store";
import { listSessions, type HeldSession } from "~db/theatre-sessions";
import { generate } from "./schedule/generate-sessions.server";

interface DemoWeeks {
  /** Monday of the first week. */
  firstDay: IsoDate;
  weeks: number;
  today: IsoDate;
}

/**
 * Gives a demo hub its master theatre schedule, the sessions that follow from it, who staffs them by now, and some
 * leave. The first week is the hub's usual week without its bank holidays.
 */
export async function loadDemoSchedule(
  store: Store,
  actor: Actor,
  hub: DemoHub,
  { firstDay, weeks, today }: DemoWeeks,
): Promise<{ sessions: number; resources: SharedResource[] }> {
  const organisation = hub.organisation.code;
  const templates = inventTemplates(hub.usualWeek, today, 1);
  return store.commit(actor, "demo.schedule", async (tx) => {
    for (const place of new Map(templates.map((one) => [`${one.site} ${one.theatre}`, one])).values())
      await ensureTheatre(tx, organisation, place);
    for (const template of templates) await insertTemplate(tx, organisation, template);
    const span = { from: firstDay, to: addDays(firstDay, 7 * weeks - 1) };
    const scope = { organisations: [organisation], sites: hub.sites.map(({ code }) => code) };
    const { made } = await generate(scope, store, actor, { organisation, span });
    const until = { from: span.from, until: addDays(span.to, 1) };
    const sessions = await listSessions(scope, tx.db, until, organisation);
    await staffSessions(tx, sessions, today);
    await closeUnstaffed(tx, hub, sessions);
    await insertLeave(tx, organisation, inventLeave(sessions, addDays(firstDay, 7)));
    const dates = datesOfTemplates(templates, firstDay, weeks, bankHoliday);
    return { sessions: made, resources: inventResources(hub.sites, dates, firstDay, weeks) };
  });
}

/** Shares of sessions whose staff is found: of those whose date for it is past, and of the others. */
const STAFFED = { past: 0.9, coming: 0.35 };

/** Answers who is there: nearly always where six weeks before are past, now and then before. */
async function staffSessions(tx: Tx, sessions: readonly HeldSession[], today: IsoDate): Promise<void> {
  const random = new Random(1, "staffing");
  const bySite = new Map<string, NewSessionEvent[]>();
  for (const { id, session } of sessions) {
    const past = wholeWeeks(today, session.date) < DEFAULT_SETTINGS.all.staffedWeeks;
    const events = bySite.get(session.site) ?? [];
    if (random.chance(past ? STAFFED.past : STAFFED.coming))
      for (const part of STAFF_PARTS)
        events.push({ session: id, kind: "staffed", detail: { part, answer: "yes" } });
    else if (past) events.push({ session: id, kind: "staffed", detail: { part: "surgeon", answer: "yes" } });
    bySite.set(session.site, events);
  }
  const { organisation } = sessions[0] ?? { organisation: "" };
  for (const [site, events] of bySite) await recordSessionEvents(tx, events, { organisation, site });
}

const NO_TEAM = "No theatre team could be found for this session";

/** The sessions of the usual week for which nobody was found are not staffed in the first week. */
async function closeUnstaffed(tx: Tx, hub: DemoHub, sessions: readonly HeldSession[]): Promise<void> {
  const key = ({ site, theatre, date, start }: HeldSession["session"]) => [site, theatre, date, start].join();
  const lacking = new Set(hub.usualWeek.filter(({ status }) => status === "unstaffed").map(key));
  for (const { id, organisation, session } of sessions) {
    if (!lacking.has(key(session))) continue;
    const about = { organisation, site: session.site };
    await setSessionDetail(tx, id, { status: "unstaffed", statusReason: NO_TEAM }, about);
    await recordSessionEvents(tx, [{ session: id, kind: "unstaffed", reason: NO_TEAM }], about);
  }
}

/** A few surgeons who are away for some days of the weeks from `from` on. */
function inventLeave(sessions: readonly HeldSession[], from: IsoDate): LeaveGiven[] {
  const coming = sessions.filter(({ session }) => session.date >= from && session.surgeons.length > 0);
  const random = new Random(1, "leave");
  const chosen = Array.from({ length: Math.min(5, coming.length) }, () => random.pick(coming));
  const people = new Map(chosen.map((held) => [held.session.surgeons[0]!, held]));
  return [...people.values()].map(({ session }) => ({
    person: session.surgeons[0]!,
    role: "surgeon",
    from: session.date,
    to: addDays(session.date, random.whole(5)),
    ...{ half: "day" as const, source: "form", uid: "", note: "" },
  }));
}
