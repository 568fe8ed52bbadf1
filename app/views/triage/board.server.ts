import type { User } from "~/auth/visitor.server";
import { today } from "~/clock.server";
import type { BoardQuery } from "~/components/triage/board-query";
import type { Choice } from "~/components/filter-fields";
import type { IsoDate } from "~/domain/calendar";
import { ageOn } from "~/domain/age";
import { said } from "~/domain/perioperative/assess";
import { blocksLowRisk, type Route, type Risk } from "~/domain/perioperative/risk-rule";
import { rulesAt, type ScreeningSettings } from "~/domain/perioperative/screening-settings";
import {
  TRIAGE_STATES,
  triageState,
  type Reopened,
  type TriageState,
} from "~/domain/perioperative/triage-state";
import { weeksWaited } from "~/domain/rtt-clock";
import type { Priority } from "~/domain/waiting-list";
import { treatmentFunctionName } from "~/facts/treatment-functions";
import { ruleSet } from "~/services/triage/rule-set.server";
import { store } from "~/store.server";
import type { Scope } from "~db/scope";
import { latestAssessments, type HeldAssessment } from "~db/screening/assessments";
import { openTasks } from "~db/screening/care-tasks";
import { boardEntries, type BoardEntry } from "~db/screening/triage-board";
import { entriesById, type HeldEntry } from "~db/waiting-list";
import { currentSettings } from "~db/workspace-settings";
import { nameShown } from "../entry-words";
import { isAboutWork, leafWords, titleOf } from "./rule-words";
import { siteChoices } from "~/auth/own-sites";
import { procedureInFull } from "~/facts/procedure-words";

export const BOARD_PAGE_SIZE = 50;
/** Patients of each state where all of them are shown. */
const FEW = 5;
/** Rules that a card gives as its reason. */
const REASONS = 3;

/** One patient on the board. */
export interface TriageCardShown {
  id: string;
  name: string;
  age: number;
  procedure: string;
  specialty: string;
  siteName: string;
  priority: Priority;
  weeks: number;
  target: IsoDate | null;
  dated: boolean;
  reopened: Reopened | null;
  urgent: boolean;
  fitFrom: IsoDate | null;
  fitUntil: IsoDate | null;
  route: Route | null;
  risk: Risk | null;
  /** The rules that lead here, with the answers behind each. */
  why: { title: string; because: string }[];
  moreReasons: number;
  unknown: number;
  toRead: number;
}

export interface BoardGroup {
  state: TriageState;
  total: number;
  cards: TriageCardShown[];
}

export interface BoardPage {
  query: BoardQuery;
  today: IsoDate;
  counts: { state: TriageState; total: number }[];
  groups: BoardGroup[];
  pageSize: number;
  specialties: Choice[];
  sites: Choice[];
  tasks: { id: string; entry: string; name: string; words: string; urgent: boolean; at: string }[];
  moreTasks: number;
}

type Placed = BoardEntry & { state: TriageState; reopened: Reopened | null; urgent: boolean };

const TASKS_SHOWN = 8;

/** The triage board: where every patient stands, how many, and why. */
export async function boardPage(user: User, scope: Scope, query: BoardQuery): Promise<BoardPage> {
  const { db, now } = store();
  const day = today();
  const tasks = await openTasks(scope, db);
  const urgent = new Set(tasks.filter((task) => task.urgent).map(({ entry }) => entry));
  const all = (await boardEntries(scope, db, day, now())).map((entry): Placed => ({
    ...entry,
    ...triageState(entry, day),
    urgent: urgent.has(entry.id),
  }));
  const found = all.filter((entry) => asked(entry, query));
  const states = query.state ? [query.state] : TRIAGE_STATES;
  const groups = states.map((state) => groupOf(found, state, query));
  const shown = groups.flatMap(({ part }) => part);
  const taskRows = tasks.slice(0, TASKS_SHOWN);
  const ids = [...new Set([...shown.map(({ id }) => id), ...taskRows.map(({ entry }) => entry)])];
  const held = await entriesById(scope, db, ids);
  const latest = await latestAssessments(
    scope,
    db,
    shown.map(({ id }) => id),
  );
  const settings = await settingsOf(scope, shown);
  const siteNames = new Map(user.sites.map(({ code, name }) => [code, name]));
  const names = namesOf(user, held);
  return {
    ...{ query, today: day, pageSize: BOARD_PAGE_SIZE },
    counts: TRIAGE_STATES.map((state) => ({ state, total: count(found, state) })),
    groups: groups.map(({ state, total, part }) => ({
      ...{ state, total },
      cards: part.flatMap((placed) => {
        const one = held.get(placed.id);
        const screening = settings.get(placed.organisation)!;
        return one
          ? [
              {
                ...cardOf(placed, one, latest.get(placed.id), screening, day),
                name: names(one.id),
                siteName: siteNames.get(placed.site) ?? placed.site,
              },
            ]
          : [];
      }),
    })),
    specialties: choices(all.map(({ treatmentFunction }) => treatmentFunction)),
    sites: siteChoices(user, scope),
    tasks: taskRows.map(({ id, entry, words, urgent: isUrgent, raisedAt }) => ({
      ...{ id, entry, words, urgent: isUrgent, at: raisedAt, name: names(entry) },
    })),
    moreTasks: tasks.length - taskRows.length,
  };
}

function asked({ site, treatmentFunction, dated, urgent, reopened }: Placed, query: BoardQuery): boolean {
  return (
    (query.site === "" || site === query.site) &&
    (query.specialty === "" || treatmentFunction === query.specialty) &&
    (query.only === null ||
      (query.only === "dated" ? dated : query.only === "urgent" ? urgent : reopened !== null))
  );
}

const count = (found: readonly Placed[], state: TriageState) =>
  found.filter((one) => one.state === state).length;

/** The patients of a state: urgent ones first, then those with a date, then by target and by wait. */
function groupOf(found: readonly Placed[], state: TriageState, query: BoardQuery) {
  const rank = ({ urgent, dated, reopened }: Placed) => (urgent ? 0 : reopened && dated ? 1 : dated ? 2 : 3);
  const own = found
    .filter((one) => one.state === state)
    .sort((a, b) => rank(a) - rank(b) || compare(a.target, b.target) || compare(a.clockStart, b.clockStart));
  const size = query.state ? BOARD_PAGE_SIZE : FEW;
  const first = query.state ? (query.page - 1) * size : 0;
  return { state, total: own.length, part: own.slice(first, first + size) };
}

const compare = (a: string | null, b: string | null) => (a ?? "9").localeCompare(b ?? "9");

async function settingsOf(scope: Scope, shown: readonly Placed[]): Promise<Map<string, ScreeningSettings>> {
  const settings = new Map<string, ScreeningSettings>();
  for (const organisation of new Set(shown.map((one) => one.organisation)))
    settings.set(organisation, (await currentSettings(scope, store().db, organisation)).settings.screening);
  return settings;
}

function namesOf(user: User, held: ReadonlyMap<string, HeldEntry>): (entry: string) => string {
  const { sites } = user.scope("patient.view");
  return (entry) => {
    const one = held.get(entry)?.entry;
    if (!one) return "";
    return sites.includes(one.listingSite) ? nameShown(one.details) || one.patientId : one.pathwayId;
  };
}

function cardOf(
  placed: Placed,
  { entry }: HeldEntry,
  latest: HeldAssessment | undefined,
  screening: ScreeningSettings,
  day: IsoDate,
): Omit<TriageCardShown, "name" | "siteName"> {
  const { id, priority, target, dated, reopened, urgent, readiness } = placed;
  const why = latest?.response ? whyOf(latest, rulesAt(screening, placed.site).thresholds) : [];
  return {
    ...{ id, priority, target, dated, reopened, urgent },
    ...{ fitFrom: readiness.fitFrom, fitUntil: readiness.fitUntil },
    age: ageOn(entry.birthDate, day),
    procedure: procedureInFull(entry),
    specialty: treatmentFunctionName(entry.treatmentFunction),
    weeks: weeksWaited(entry.clockStart, day),
    route: latest?.route ?? null,
    risk: latest?.risk ?? null,
    why: why.slice(0, REASONS),
    moreReasons: Math.max(0, why.length - REASONS),
    unknown: latest?.response ? latest.content.unknown.length : 0,
    toRead: latest?.content.toRead.length ?? 0,
  };
}

/** The rules that keep a patient from the low-risk result, those with the longest route first; none about the work itself. */
export function whyOf(
  { content }: HeldAssessment,
  thresholds: Readonly<Record<string, number>>,
): { title: string; because: string }[] {
  const { rules } = ruleSet().ruleSet;
  const routes = new Map(
    said(content, "route").map(({ rule, value }) => [rule, ["none", "phone", "f2f", "anaes"].indexOf(value)]),
  );
  const fired = content.fired
    .map((id) => rules.find((rule) => rule.id === id))
    .filter((rule) => rule !== undefined)
    .filter((rule) => blocksLowRisk(rule) && !isAboutWork(rule))
    .sort((a, b) => (routes.get(b.id) ?? 0) - (routes.get(a.id) ?? 0));
  return fired.map((rule) => ({
    title: titleOf(rule, rule.id, thresholds),
    because: (content.traces.find((trace) => trace.rule === rule.id)?.leaves ?? [])
      .filter(({ truth }) => truth === true)
      .map(leafWords)
      .join("; "),
  }));
}

function choices(codes: readonly string[]): Choice[] {
  return [...new Set(codes)]
    .map((value) => ({ value, text: treatmentFunctionName(value) }))
    .sort((a, b) => a.text.localeCompare(b.text));
}
