import { addDays, mondayOf, type IsoDate } from "~/domain/calendar";
import { isHandedBack } from "~/domain/hand-back";
import { spokenDate } from "~/domain/spoken-date";
import { settingsAt } from "~/domain/workspace-settings";
import type { Actor } from "~db/actor";
import { listOrganisations, listSites, wholeScope } from "~db/organisations";
import { currentPlacements, weekRevision, type Placement } from "~db/placements";
import { recordPlacements } from "~db/record-placements";
import type { Scope } from "~db/scope";
import type { Store } from "~db/store";
import { sessionDates, listSessions, weekSpan } from "~db/theatre-sessions";
import { entriesById } from "~db/waiting-list";
import { currentSettings } from "~db/workspace-settings";

export const HAND_BACK: Actor = { kind: "command", name: "hand-back" };

/** What was handed back, by organisation and week. */
export interface HandedBack {
  organisation: string;
  week: IsoDate;
  places: number;
}

/**
 * Hands back every place whose patient is not confirmed fit in time (app/domain/hand-back.ts), in all organisations: as
 * changes of their weeks, with the reason. Done twice it finds nothing more; a week that somebody changes meanwhile is
 * left to the next run.
 */
export async function handBackPlaces(store: Store, today: IsoDate): Promise<HandedBack[]> {
  const everything = await wholeScope(store.db);
  const sites = await listSites(everything, store.db);
  const done: HandedBack[] = [];
  for (const { code } of await listOrganisations(everything, store.db)) {
    const own = sites.filter(({ organisation }) => organisation === code).map((site) => site.code);
    const scope = { organisations: [code], sites: own };
    const dates = (await sessionDates(scope, store.db, today)).map(({ date }) => mondayOf(date));
    for (const week of [...new Set(dates)]) {
      const places = await handBackWeek(scope, store, code, week, today);
      if (places > 0) done.push({ organisation: code, week, places });
    }
  }
  return done;
}

async function handBackWeek(
  scope: Scope,
  store: Store,
  organisation: string,
  week: IsoDate,
  today: IsoDate,
): Promise<number> {
  const baseRevision = await weekRevision(scope, store.db, organisation, week);
  if (baseRevision === 0) return 0;
  const due = await duePlaces(scope, store, organisation, week, today);
  if (due.length === 0) return 0;
  const changes = due.map(({ placement, deadline }) => ({
    entry: placement.entry,
    session: null,
    override: [],
    reason: `Not confirmed fit by ${deadline}`,
  }));
  const wanted = { organisation, week, baseRevision, run: null, today, changes };
  const outcome = await recordPlacements(scope, store, HAND_BACK, wanted);
  return outcome.kind === "recorded" ? outcome.changes : 0;
}

async function duePlaces(
  scope: Scope,
  store: Store,
  organisation: string,
  week: IsoDate,
  today: IsoDate,
): Promise<{ placement: Placement; deadline: string }[]> {
  const { settings } = await currentSettings(scope, store.db, organisation);
  const sessions = await listSessions(scope, store.db, weekSpan(week), organisation);
  const byId = new Map(sessions.map(({ id, session }) => [id, session]));
  const placements = await currentPlacements(scope, store.db, organisation, week);
  const entries = await entriesById(
    scope,
    store.db,
    placements.map(({ entry }) => entry),
  );
  return placements.flatMap((placement) => {
    const session = byId.get(placement.session);
    const entry = entries.get(placement.entry)?.entry;
    if (!session || !entry) return [];
    const rules = settingsAt(settings, session.site);
    const place = {
      date: session.date,
      placedOn: placement.changedAt.slice(0, 10),
      screening: entry.screening,
      override: placement.override,
    };
    if (!isHandedBack(place, rules, today)) return [];
    const weeks = rules.handBackWeeks;
    const day = spokenDate(addDays(session.date, -7 * weeks), session.date);
    return [{ placement, deadline: `T-${weeks}, ${day}` }];
  });
}
