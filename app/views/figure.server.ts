import type { User } from "~/auth/visitor.server";
import type { IsoDate } from "~/domain/calendar";
import { number } from "~/domain/figure-words";
import { gapWords } from "~/domain/gap-words";
import { MINUTES_MORE } from "~/domain/plan-reasons";
import { capitalised, liftedWords, moreWords, type ReasonNames } from "~/domain/reason-words";
import type { WarmFigure, WarmQuestion } from "~/domain/warm-question";
import type { UnplacedRecord, WeekRecord } from "~/domain/week-record";
import { figureAsked } from "~/services/figure-questions.server";
import { readUnplaced, readWeekRecord } from "~/services/week-record.server";
import { store } from "~/store.server";
import { siteNames } from "~db/organisations";
import type { Scope } from "~db/scope";
import { findRun, type SolveRun } from "~db/solve-runs";
import { listSessions, weekSpan } from "~db/theatre-sessions";
import { entryIdsByName, findEntry } from "~db/waiting-list";
import { askOf, asksOfList, askText, type FigureAsk } from "./figure-ask";
import { movedRows, type MovedRow } from "./figure-moves";
import { reasonNames } from "./reason-names";
import { personFacts } from "./week-case";
import { peopleOf } from "./week-people.server";

/** The true figure beside its estimate. */
export interface FigurePage {
  run: string;
  week: IsoDate;
  organisation: string;
  ask: string;
  /** What is changed, in words. */
  words: string;
  /** The page to go back to: the why-not of the entry that was asked about, else null for the week. */
  entry: string | null;
  /** Points; null: there is none for this. */
  estimate: string | null;
  state: "working" | "stopped" | "refused" | "unavailable" | "answered" | "unasked";
  /** Seconds since it was asked. */
  seconds: number;
  sentences: string[];
  figure: FigureShown | null;
  /** Other questions of the same list. */
  others: { ask: string; words: string }[];
}

export interface FigureShown {
  change: string;
  before: string;
  after: string;
  /** Null: only one day was planned again. */
  bound: string | null;
  /** How much more a still better plan with the change could bring; null: not known. */
  sure: string | null;
  seconds: string;
  moved: MovedRow[];
}

type ListAsk = Extract<FigureAsk, { kind: "longer" | "close" | "day" }>;

type AskOf<Kind extends FigureAsk["kind"]> = Extract<FigureAsk, { kind: Kind }>;

/** Under which a question is held. */
export const figureKey = (run: string, ask: FigureAsk) => `${run} ${askText(ask)}`;

/** Loads where a question of a run in scope stands; null: no such plan. */
export async function figurePage(
  user: User,
  scope: Scope,
  id: string,
  ask: FigureAsk,
): Promise<FigurePage | null> {
  const { db } = store();
  const run = await findRun(scope, db, id);
  const record = await readWeekRecord(scope, db, id);
  if (run === null || record === null) return null;
  const { week, organisation } = run;
  const held = await listSessions(scope, db, weekSpan(week), organisation);
  const sessions = held.map(({ session }) => session);
  const names = reasonNames(record, sessions, await siteNames(store().db));
  const asked = figureAsked(figureKey(id, ask));
  const answer = asked?.answer ?? null;
  const page = {
    ...{ run: id, week, organisation, ask: askText(ask), entry: "entry" in ask ? ask.entry : null },
    words: await wordsOf(user, run, ask, names),
    estimate: await estimateOf(scope, record, id, ask),
    seconds: asked ? Math.round((Date.now() - asked.askedAt) / 1000) : 0,
    ...{ sentences: [], figure: null, others: user.may("plan.solve") ? othersOf(ask, names) : [] },
  };
  if (asked === null) return { ...page, state: "unasked" };
  if (answer === null) return { ...page, state: asked.stopped ? "stopped" : "working" };
  if (answer.kind === "refused") return { ...page, state: "refused", sentences: answer.sentences };
  if (answer.kind === "unavailable") return { ...page, state: "unavailable", sentences: [answer.sentence] };
  return { ...page, state: "answered", figure: await shown(user, scope, run, answer, names) };
}

/** The question as the solver's service takes it; null: the entry is none in scope. */
export async function warmQuestion(scope: Scope, ask: FigureAsk): Promise<WarmQuestion | null> {
  if (ask.kind === "more") return { ...ask, by: 1 };
  if (ask.kind !== "force" && ask.kind !== "lift") return ask;
  const held = await findEntry(scope, store().db, ask.entry);
  if (!held) return null;
  const { pathwayId, issuer } = held.entry;
  return { ...ask, entry: { pathwayId, issuer } };
}

async function wordsOf(user: User, run: SolveRun, ask: FigureAsk, names: ReasonNames): Promise<string> {
  if (ask.kind === "longer" || ask.kind === "close" || ask.kind === "day") return listWords(ask, names);
  if (ask.kind === "case" || ask.kind === "overrun") return capitalised(moreWords(ask, names));
  if (ask.kind === "more") {
    const [resource = "", site = "", date = "", period] = ask.resource.split(" ");
    const isPeriod = period === "night" || period === "day" || period === "am" || period === "pm";
    if (!isPeriod) return `One more of ${ask.resource}`;
    return capitalised(moreWords({ kind: "resource", resource, site, date, period }, names));
  }
  const { organisation, sites, id, week } = run;
  const people = await peopleOf(user, {
    organisation,
    sites,
    entries: [{ entry: ask.entry }],
    page: `/runs/${id}/figure`,
  });
  const { patient } = personFacts(people.get(ask.entry), "The patient", week);
  const place = `${patient} in ${names.session(ask.sessionId)}`;
  return ask.kind === "lift" ? `${place}, ${liftedWords(ask.rule)}` : place;
}

/** `30 minutes more for session S1 on 5 December, only that day planned again`. */
function listWords(ask: ListAsk, names: ReasonNames): string {
  const minutes = ask.kind === "close" ? null : ask.minutes;
  const what =
    minutes === null
      ? `${names.session(ask.sessionId)} lost`
      : moreWords({ kind: "minutes", sessionId: ask.sessionId, minutes }, names);
  return capitalised(ask.kind === "day" ? `${what}, only that day planned again` : what);
}

/** The other questions of the list that was asked about. */
function othersOf(ask: FigureAsk, names: ReasonNames): FigurePage["others"] {
  if ("entry" in ask || !("sessionId" in ask)) return [];
  const minutes = "minutes" in ask ? ask.minutes : null;
  return asksOfList(ask.sessionId, minutes ?? MINUTES_MORE)
    .filter((other) => askText(other) !== askText(ask))
    .map((other) => ({ ask: askText(other), words: listWords(other as ListAsk, names) }));
}

/** The estimate that stood where the question was asked. */
async function estimateOf(
  scope: Scope,
  record: WeekRecord,
  run: string,
  ask: FigureAsk,
): Promise<string | null> {
  const asText = askText(ask);
  const known = record.bottlenecks?.find(({ what }) => {
    const own = askOf(what);
    return own !== null && askText(own) === asText;
  });
  if (known) return `about ${pointsMore(Number(known.points.toPrecision(2)))}`;
  if (ask.kind === "longer") {
    const price = record.prices?.find(({ sessionId }) => sessionId === ask.sessionId);
    return price ? `about ${pointsMore((price.halfHour * ask.minutes) / MINUTES_MORE)}` : null;
  }
  if (!("entry" in ask)) return null;
  for await (const chunk of readUnplaced(scope, store().db, run, record.unplaced.chunks)) {
    const found = chunk.find(({ entry }) => entry === ask.entry);
    if (found) return ask.kind === "force" ? nearestEstimate(found, ask) : liftedEstimate(found, ask);
  }
  return null;
}

function nearestEstimate({ nearest }: UnplacedRecord, { sessionId }: AskOf<"force">): string | null {
  return nearest?.sessionId === sessionId ? `about ${pointsMore(nearest.change)}` : null;
}

function liftedEstimate({ changes }: UnplacedRecord, { rule, sessionId }: AskOf<"lift">): string | null {
  const own = changes?.find(
    ({ what }) => what.kind === rule && "sessionId" in what && what.sessionId === sessionId,
  );
  return own ? `at least ${pointsMore(own.points)}` : null;
}

async function shown(
  user: User,
  scope: Scope,
  run: SolveRun,
  { change, before, score, bound, seconds, moved }: WarmFigure,
  names: ReasonNames,
): Promise<FigureShown> {
  const { organisation, sites, week, id } = run;
  const ids = await entryIdsByName(
    scope,
    store().db,
    organisation,
    moved.map(({ entry }) => entry),
  );
  const entries = [...ids.values()].map((entry) => ({ entry }));
  const people = await peopleOf(user, { organisation, sites, entries, page: `/runs/${id}/figure` });
  return {
    change: pointsMore(change),
    before: number(before),
    after: number(score),
    bound: bound === null ? null : number(bound),
    sure: bound === null ? null : gapWords(bound > 0 ? Math.max(0, (bound - score) / bound) : 0),
    seconds: seconds < 1 ? "less than a second" : `${seconds.toFixed(1)} seconds`,
    moved: movedRows(
      moved,
      (name) => {
        const entry = ids.get(`${name.issuer}|${name.pathwayId}`);
        const known = entry === undefined ? undefined : people.get(entry);
        return personFacts(known, name.pathwayId, week);
      },
      names,
    ),
  };
}

/** A change of the score: `1,200 more`, `300 fewer`, `none`. */
function pointsMore(points: number): string {
  if (points === 0) return "none";
  return points > 0 ? `${number(points)} more` : `${number(-points)} fewer`;
}
