import { addDays, type IsoDate } from "~/domain/calendar";
import { caseMeasures, scoredEntry, scoredSession } from "~/domain/case-points";
import { eligibility, eligibilityContext } from "~/domain/eligibility/eligibility";
import { dayMinute } from "~/domain/operating-day/day-minute";
import { ResourceIndex } from "~/domain/resource-index";
import { callRest, type CallRest } from "~/domain/stand-by/call-limit";
import { callTimes, type CallTimes } from "~/domain/stand-by/call-times";
import { fitsGap, gapAtEnd, type ListGap } from "~/domain/stand-by/fit";
import { standByOrder } from "~/domain/stand-by/ranking";
import { isBookable } from "~/domain/session-time";
import type { TheatreSession } from "~/domain/theatre";
import { lackingBeside, type StandingCase } from "~/domain/stand-by/resources-left";
import { horizonOf } from "~/domain/urgency";
import { settingsAt, type SiteSettings } from "~/domain/workspace-settings";
import { FASTING } from "~/facts/operating-day";
import { pageNames } from "~/facts/sentence-names";
import { runningList, type RunningDayList } from "~/services/operating-day/day-list.server";
import { loadDay, organisationScope, type HeldDay } from "~/services/operating-day/load-day.server";
import { staffedSessions } from "~/services/planning/staffed-sessions.server";
import { flagsOf } from "~/services/planning/plan-context.server";
import type { Reader } from "~db/engine";
import { siteNames } from "~db/organisations";
import { placesOf, type Place } from "~db/placed-dates";
import { callsOfEntries, type PlaceCall } from "~db/place-calls";
import { operatedOf } from "~db/operated";
import { placementsElsewhere } from "~db/placements";
import type { Scope } from "~db/scope";
import { findSession, listResources, listSessions, type HeldSession } from "~db/theatre-sessions";
import { entriesAtShortNotice, entriesById, type HeldEntry } from "~db/waiting-list";

/** Which gap of which list, seen at which instant. */
export interface GapAsked {
  session: string;
  /** In London, and the instant. */
  today: IsoDate;
  now: string;
  /** Minutes of the gap; null: all that the list leaves at its end. */
  minutes: number | null;
}

/** Somebody who fits the gap. */
export interface StandByPatient {
  held: HeldEntry;
  points: number;
  overrunProbability: number;
  times: CallTimes;
  rest: CallRest;
  /** A later place in Hublist, which accepting would give up. */
  later: Place | null;
  /** Calls about this very list. */
  calledHere: PlaceCall[];
}

/** Who could come for a gap of a list. */
export interface StandByFound {
  held: HeldSession;
  day: HeldDay;
  running: RunningDayList;
  gap: ListGap;
  settings: SiteSettings;
  /** The list's day is over, it takes no cases or has no surgeon, or it is full by its number of cases. */
  shut: "" | "past" | "closed" | "full";
  patients: StandByPatient[];
  /** Of those who come at short notice, how many each rule keeps out. */
  kept: Map<string, number>;
}

/** Inpatients of so many days before may still need a bed. */
const LONGEST_STAY = 28;

/** Finds who could be called for a gap, the first to be called first; null: no such session in scope. */
export async function findStandBy(scope: Scope, db: Reader, asked: GapAsked): Promise<StandByFound | null> {
  const held = await findSession(scope, db, asked.session);
  if (held === null) return null;
  const { organisation, session } = held;
  const whole = await organisationScope(db, organisation);
  const day = await loadDay(whole, db, { organisation, date: session.date });
  const running = runningList(day, held);
  const settings = settingsAt(day.settings, session.site);
  const now = session.date === asked.today ? dayMinute(asked.now, session.date) : null;
  const atEnd = gapAtEnd(running.list, now ?? 0);
  const gap = asked.minutes === null ? atEnd : { ...atEnd, minutes: asked.minutes };
  const [staffed] = await staffedOf(whole, db, held);
  const shut = shutBy(staffed?.session ?? session, running.cases.length, asked.today);
  const found = { held, day, running, gap, settings, shut, patients: [], kept: new Map() } as StandByFound;
  if (shut !== "") return found;
  const facts = await gather(whole, db, asked, found);
  for (const entry of facts.entries) judge(entry, now, asked, found, facts);
  found.patients.sort((a, b) => standByOrder(rankOf(a), rankOf(b)));
  return found;
}

/** The session as leave leaves it; none on a day of another list. */
async function staffedOf(whole: Scope, db: Reader, { id, organisation, session: { date } }: HeldSession) {
  const day = await staffedSessions(whole, db, { from: date, until: addDays(date, 1) }, organisation);
  return day.filter((one) => one.id === id);
}

function shutBy(session: TheatreSession, cases: number, today: IsoDate): StandByFound["shut"] {
  if (session.date < today) return "past";
  if (!isBookable(session)) return "closed";
  return session.maxCases !== null && cases >= session.maxCases ? "full" : "";
}

const rankOf = ({ points, rest: { calls }, held: { entry } }: StandByPatient) => ({
  ...{ points, calls, clockStart: entry.clockStart },
});

type Facts = Awaited<ReturnType<typeof gather>>;

/** What every candidate is asked against, read once. */
async function gather(whole: Scope, db: Reader, { today }: GapAsked, { held, day }: StandByFound) {
  const { organisation, session } = held;
  const entries = await entriesAtShortNotice(whole, db, organisation, session.treatmentFunctions);
  const ids = entries.map(({ id }) => id);
  const span = { from: session.date, until: addDays(session.date, LONGEST_STAY) };
  const index = new ResourceIndex(await listResources(whole, db, span, organisation));
  return {
    entries,
    index,
    context: eligibilityContext(today, day.policy, index, pageNames(today, await siteNames(db))),
    standing: await standingCases(whole, db, organisation, session.date),
    places: await placesOf(db, ids, today),
    operated: await operatedOf(db, { entries: ids }, today),
    calls: await callsOfEntries(whole, db, ids),
    sameDay: new Set(
      [...day.placements.values()].flat().map(({ entry }) => day.entries.get(entry)?.patient ?? ""),
    ),
  };
}

/** The cases of the day and of the days around it, which take beds, day-case places and sets. */
async function standingCases(
  whole: Scope,
  db: Reader,
  organisation: string,
  date: IsoDate,
): Promise<StandingCase[]> {
  const from = addDays(date, -LONGEST_STAY);
  const places = await placementsElsewhere(whole, db, organisation, { exceptWeek: "", from });
  const until = addDays(date, LONGEST_STAY);
  const sessions = new Map(
    (await listSessions(whole, db, { from, until }, organisation)).map(({ id, session }) => [id, session]),
  );
  const near = places.filter(({ session }) => sessions.has(session));
  const entries = await entriesById(
    whole,
    db,
    near.map(({ entry }) => entry),
  );
  return near.flatMap(({ entry, session }) => {
    const found = entries.get(entry);
    return found ? [{ needs: found.entry, session: sessions.get(session)! }] : [];
  });
}

/** Puts a candidate among those who fit, or counts what keeps them out. */
function judge(
  entry: HeldEntry,
  now: number | null,
  asked: GapAsked,
  found: StandByFound,
  facts: Facts,
): void {
  const { held, gap, settings, running, day } = found;
  const times = callTimes(now, gap.start, entry.entry.anaesthetic, FASTING, settings);
  const why = keptOut(entry, held, facts);
  const fit =
    why ??
    fitsGap(running.list, gap, entry.entry, {
      ...{ now: now ?? 0, startsAt: times.startsAt },
      overrunProbabilityMax: day.policy.overrunProbabilityMax,
    });
  if (typeof fit === "string" || !fit.fits) {
    const reason = typeof fit === "string" ? fit : FIT_WORDS[fit.why];
    found.kept.set(reason, (found.kept.get(reason) ?? 0) + 1);
    return;
  }
  const calls = facts.calls.filter((call) => call.entry === entry.id && call.kind === "standBy");
  found.patients.push({
    ...{ held: entry, times, overrunProbability: fit.overrunProbability },
    points: pointsOf(entry, found),
    rest: callRest(
      calls.map(({ at }) => londonDate(at)),
      asked.today,
      settings,
    ),
    later: facts.places.get(entry.id) ?? null,
    calledHere: calls.filter(({ session }) => session === held.id),
  });
}

const FIT_WORDS = {
  tooLong: "takes longer than the gap",
  readyTooLate: "would be ready too late",
  overrun: "would make the list likelier to overrun than the policy allows",
};

/** Why somebody cannot come to this list on this day, whatever its minutes; null: nothing keeps them. */
function keptOut(held: HeldEntry, { session }: HeldSession, facts: Facts): string | null {
  const { entry, id, patient } = held;
  if (facts.operated.has(id)) return "was operated on here already";
  if (facts.sameDay.has(patient)) return "has a place on this day";
  const dated = facts.places.get(id)?.date ?? entry.tciDate;
  if (dated !== null && dated <= session.date) return "has an earlier date";
  if (entry.screening !== "fit") return "is not confirmed fit";
  // Like a pin, who is called in goes on a locked list too, and has agreed to the notice.
  const answer = eligibility(entry, session, facts.context, { override: [] });
  if (!answer.allowed) return WORDS[answer.reason] ?? answer.reason;
  const lacking = lackingBeside(facts.index, facts.standing, entry, session);
  return lacking === null ? null : `needs what is taken: ${lacking.resource.replaceAll("_", " ")}`;
}

const WORDS: Partial<Record<string, string>> = {
  no_session: "needs another surgeon",
  site: "does not come to this site",
  hub_unsuitable: "is not suitable for this hub",
  anaesthetic: "needs an anaesthetic that the list does not offer",
  paediatric: "is a child and the list takes none",
  not_ready: "is not fit on this day",
  unavailable: "cannot come on this day",
  patient_choice: "chose to wait",
  too_long: "takes longer than the gap",
  resource: "needs what the site does not have",
};

/** What the policy gives for placing the entry there, minutes within the gap included. */
function pointsOf({ entry }: HeldEntry, { held: { session }, day, gap }: StandByFound): number {
  const { policy, week } = day;
  const horizon = horizonOf(week.map((one) => one.session));
  const scored = scoredEntry(entry, flagsOf(entry), policy, horizon);
  const measures = caseMeasures(scored, scoredSession(session), policy);
  const { urgent, waiting, dayCaseHub, weeksWaited, minutes } = policy.weights;
  return (
    urgent * measures.urgent +
    waiting * measures.waiting +
    dayCaseHub * measures.dayCaseHub +
    weeksWaited * measures.weeksWaited +
    minutes * Math.min(entry.minutes, gap.minutes)
  );
}

const LONDON_DATE = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London" });
const londonDate = (instant: string): IsoDate => LONDON_DATE.format(new Date(instant));
