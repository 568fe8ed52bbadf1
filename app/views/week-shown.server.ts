import { dateText } from "~/components/date-text";
import type { TheatreSession } from "~/domain/theatre";
import { TOUCH_UTILISATION_TARGET } from "~/domain/plan-figures";
import { thinned } from "~/domain/run-history";
import type { RecordedList, WeekRecord } from "~/domain/week-record";
import { isBookable } from "~/domain/session-time";
import { publishedStandings, standingWords } from "~/services/lists/published-standing.server";
import { beforeStageTwo } from "~/services/shared-decision/stage-two.server";
import { staffedSessions } from "~/services/planning/staffed-sessions.server";
import { readHistory } from "~/services/week-record.server";
import { store } from "~/store.server";
import type { Site } from "~db/organisations";
import { currentListOrders } from "~db/list-orders";
import { currentPolicy } from "~db/policies";
import { weekSpan } from "~db/theatre-sessions";
import { reasonNames } from "./reason-names";
import { runChart, type RunChart } from "./run-chart";
import { acceptedLists } from "./week-accepted.server";
import { weekBoard, type BoardFilter, type WeekBoard } from "./week-board";
import type { WeekAsked } from "./week-head.server";
import { personFacts, type CaseChange } from "./week-case";
import { weekComparison, type WeekComparison } from "./week-comparison";
import { peopleOf, type People } from "./week-people.server";
import { weekReasons, type WeekReasons } from "./week-reasons";
import type { HeldWeekState } from "./week-state.server";
import { weekSummary, type WeekSummary } from "./week-summary";
import { reasonBars, unplacedSentence, type ReasonBar } from "./week-unplaced";

/** A plan on the page: the proposal that waits, or the accepted week. */
export interface ShownPlan {
  kind: "proposal" | "accepted";
  board: WeekBoard;
  overrunProbabilityMax: number;
  touchTarget: number;
  /** Figures of the plan as it was found; null where the accepted week stands otherwise by now. */
  summary: WeekSummary | null;
  comparison: WeekComparison | null;
  /** What binds it; null also for a plan that an earlier version made. */
  reasons: WeekReasons | null;
  /** How score and bound came about; null where they were not seen to change. */
  closing: RunChart | null;
  unplaced: { run: string; total: number; sentence: string; bars: ReasonBar[] } | null;
  /** Who stands on these lists and has left the waiting list. */
  gone: PlacedPerson[];
  /** How the proposal differs from the accepted week; null: there is none, or it is the one shown. */
  difference: WeekDifference | null;
}

/** What accepting a proposal would change. */
export interface WeekDifference {
  fresh: number;
  moved: number;
  /** Who would lose their place. */
  dropped: PlacedPerson[];
}

/** A patient and the place that they have now. */
export interface PlacedPerson {
  entry: string;
  link: string | null;
  patient: string;
  from: string;
}

interface Laid {
  state: HeldWeekState;
  sites: Site[];
  siteName: (code: string) => string;
  kind: ShownPlan["kind"];
  filter: BoardFilter;
}

/** Lays the proposal or the accepted week out, with what is known about it. */
export async function shownPlan(asked: WeekAsked, laid: Laid): Promise<ShownPlan> {
  const { state, kind, filter, siteName } = laid;
  const { plan } = state;
  const people = await peopleShown(asked, laid);
  const record = plan && (kind === "proposal" || !plan.differs) ? plan.record : null;
  const lists = kind === "proposal" ? plan!.record.lists : await standingLists(asked, state, people);
  const overrunProbabilityMax =
    record?.overrunProbabilityMax ?? (await policyOf(asked)).overrunProbabilityMax;
  const compares = kind === "proposal" && state.standing.length > 0;
  const { organisation } = asked;
  const entries = [...people].map(([id, { entry }]) => ({ id, organisation, entry }));
  const before = await beforeStageTwo(store().db, entries);
  const board = weekBoard(
    {
      weekStart: asked.week,
      sessions: state.sessions.map(({ session }) => session),
      entryOf: (entry) => people.get(entry),
      isBeforeStageTwo: (entry) => before.has(entry),
      ...{ lists, overrunProbabilityMax, siteName, awayOf: await awayWords(asked) },
      ...(compares ? { changeOf: changesFrom(state) } : {}),
      ...(kind === "accepted"
        ? { pageOf: await listPages(asked, state), cancelOf: cancelPages(asked, state) }
        : {}),
      ...(record?.bottlenecks ? { whyOf: (entry: string) => `/runs/${plan!.run.id}/why/${entry}` } : {}),
    },
    filter,
  );
  const sessions = state.sessions.map(({ session }) => session);
  return {
    ...{ kind, board, overrunProbabilityMax },
    reasons:
      record &&
      weekReasons(plan!.run.id, record, sessions, {
        names: reasonNames(record, sessions, siteName),
        mayAsk: asked.user.may("plan.solve"),
      }),
    closing: record && (await closingChart(asked, plan!.run.id, record)),
    touchTarget: TOUCH_UTILISATION_TARGET,
    summary: record && weekSummary(record),
    comparison: record && weekComparison(record, record.hand),
    unplaced: record && {
      run: plan!.run.id,
      total: record.unplaced.total,
      sentence: unplacedSentence(record.unplaced),
      bars: reasonBars(record.unplaced),
    },
    gone: goneOf(state, lists, people),
    difference: compares ? differenceOf(state, lists, people) : null,
  };
}

/** Pages of the accepted lists, with their published versions. */
async function listPages(asked: WeekAsked, { sessions, week }: HeldWeekState) {
  const ids = new Map(sessions.map(({ id, session }) => [session.sessionId, id]));
  const { organisation, today, scope } = asked;
  const which = { organisation, week, today, sessions: [...ids.values()] };
  const standings = await publishedStandings(scope, store().db, which);
  return (sessionId: string) => {
    const id = ids.get(sessionId);
    if (id === undefined || !asked.user.may("list.view")) return null;
    const standing = standings.get(id);
    const published = standing ? standingWords(standing) : "";
    return { href: `/sessions/${id}/list`, published, changed: (standing?.changes ?? 0) > 0 };
  };
}

/** Who of a session is on leave, and whether anybody is left to operate. */
async function awayWords({ scope, organisation, week }: WeekAsked) {
  const sessions = await staffedSessions(scope, store().db, weekSpan(week), organisation);
  const words = new Map(
    sessions.flatMap(({ session, away }) => {
      if (away.length === 0) return [];
      const who = `${away.join(", ")} on leave`;
      const nobody = isBookable(session) ? "" : ": nobody is left to operate, so no plan fills this list";
      return [[session.sessionId, `${who}${nobody}.`] as const];
    }),
  );
  return (sessionId: string) => words.get(sessionId) ?? "";
}

/** Where the cases of the accepted week are cancelled, by those who may. */
function cancelPages({ user }: WeekAsked, { sessions }: HeldWeekState) {
  const bySession = new Map(sessions.map((held) => [held.session.sessionId, held]));
  const sites = user.scope("case.cancel").sites;
  return (sessionId: string, entry: string) => {
    const held = bySession.get(sessionId);
    return held && sites.includes(held.session.site) ? `/sessions/${held.id}/day/cancel/${entry}` : null;
  };
}

async function closingChart({ scope }: WeekAsked, run: string, found: WeekRecord) {
  const history = await readHistory(scope, store().db, run);
  return runChart(thinned([...history, found]));
}

async function policyOf({ scope, organisation }: WeekAsked) {
  return (await currentPolicy(scope, store().db, organisation))!.policy;
}

async function standingLists(asked: WeekAsked, { sessions, standing }: HeldWeekState, people: People) {
  const ids = sessions.map(({ id }) => id);
  const orders = await currentListOrders(asked.scope, store().db, ids);
  return acceptedLists({
    today: asked.today,
    policy: await policyOf(asked),
    sessions,
    standing,
    people,
    orders,
  });
}

/** Everybody whom the board or its differences name. */
async function peopleShown(asked: WeekAsked, { state, sites, kind }: Laid): Promise<People> {
  const { sessions, standing, plan } = state;
  const siteOf = new Map(
    sessions.flatMap(({ id, session }) => [
      [id, session.site],
      [session.sessionId, session.site],
    ]),
  );
  const lists = kind === "proposal" ? plan!.record.lists : [];
  const planned = lists.flatMap(({ sessionId, cases }) =>
    cases.map(({ entry }) => ({ entry, site: siteOf.get(sessionId) })),
  );
  const stood = standing.map(({ entry, session }) => ({ entry, site: siteOf.get(session) }));
  const entries = [...new Map([...stood, ...planned].map((one) => [one.entry, one])).values()];
  const codes = sites.map(({ code }) => code);
  const { user, organisation, week } = asked;
  return peopleOf(user, { organisation, sites: codes, entries, page: `/weeks/${week}` });
}

type Change = (entry: string, sessionId: string) => CaseChange | null;

/** How a case of the proposal stands against the accepted week, by entry. */
function changesFrom({ sessions, standing }: HeldWeekState): Change {
  const known = new Map(sessions.map(({ id, session }) => [id, session]));
  const stood = new Map(standing.map(({ entry, session }) => [entry, known.get(session)]));
  return (entry, sessionId) => {
    if (!stood.has(entry)) return { kind: "new" };
    const before = stood.get(entry);
    if (before?.sessionId === sessionId) return null;
    return {
      kind: "moved",
      from: before ? sessionWords(before) : "another session",
    };
  };
}

function differenceOf(state: HeldWeekState, lists: readonly RecordedList[], people: People): WeekDifference {
  const changeOf = changesFrom(state);
  const planned = lists.flatMap(({ sessionId, cases }) => cases.map(({ entry }) => ({ entry, sessionId })));
  const kinds = planned.map(({ entry, sessionId }) => changeOf(entry, sessionId)?.kind);
  const stays = new Set(planned.map(({ entry }) => entry));
  const sessions = new Map(state.sessions.map(({ id, session }) => [id, session]));
  const dropped = state.standing.filter(({ entry }) => !stays.has(entry));
  return {
    fresh: kinds.filter((kind) => kind === "new").length,
    moved: kinds.filter((kind) => kind === "moved").length,
    dropped: dropped.map(({ entry, session }) => {
      const known = people.get(entry);
      const { patient, link } = personFacts(known, entry, state.week);
      const from = sessions.get(session);
      return { entry, link, patient, from: from ? sessionWords(from) : "" };
    }),
  };
}

function goneOf(
  { sessions, week }: HeldWeekState,
  lists: readonly RecordedList[],
  people: People,
): PlacedPerson[] {
  const known = new Map(sessions.map(({ session }) => [session.sessionId, session]));
  return lists.flatMap(({ sessionId, cases }) =>
    cases.flatMap(({ entry, pathwayId }) => {
      const person = people.get(entry);
      if (person && !person.gone) return [];
      const session = known.get(sessionId);
      const { patient, link } = personFacts(person, pathwayId, week);
      return [{ entry, patient, link, from: session ? sessionWords(session) : sessionId }];
    }),
  );
}

function sessionWords({ theatre, date, start }: TheatreSession): string {
  return `${theatre}, ${dateText(date, "short")}, ${start}`;
}
