import type { User } from "~/auth/visitor.server";
import type { IsoDate } from "~/domain/calendar";
import { number } from "~/domain/figure-words";
import {
  GROUPINGS,
  groupDifferences,
  planDifference,
  type Grouping,
  type PlacedFacts,
  type PlanDifference,
} from "~/domain/plan-difference";
import { capitalised, moreWords } from "~/domain/reason-words";
import { weeksWaited } from "~/domain/rtt-clock";
import { treatmentFunctionName } from "~/facts/treatment-functions";
import { isTold } from "~/services/solve-week-standing.server";
import { store } from "~/store.server";
import { lastNotices } from "~db/patient-notices";
import { listSites, wholeScope } from "~db/organisations";
import { coversSites, type Scope } from "~db/scope";
import { entriesById, type HeldEntry } from "~db/waiting-list";
import { differenceLines, type ChangeLine } from "./difference-lines.server";
import { comparedLines, differenceWords, waitWords, type SideLine } from "./plan-compared";
import { planSide, sideChoices, type PlanSide, type SideChoice } from "./plan-sides.server";
import { reasonNames } from "./reason-names";
import { weekState, type HeldWeekState } from "./week-state.server";

/** One group of patients in both plans. */
export interface GroupLine {
  name: string;
  before: number;
  after: number;
  difference: string;
  comes: number;
  goes: number;
  waitsBefore: string;
  waitsAfter: string;
}

/** Two plans of a week side by side. */
export interface DifferencePage {
  organisation: string;
  week: IsoDate;
  choices: SideChoice[];
  left: { key: string; name: string };
  right: { key: string; name: string };
  /** The two follow different policies, so their scores are not of one kind. */
  differentPolicies: boolean;
  lines: SideLine[];
  groups: { by: Grouping; heading: string; lines: GroupLine[] }[];
  bottlenecks: { name: string; words: string[] }[];
  /** Patients who know their date and would move or lose it: they are rung first. */
  told: ChangeLine[];
  dropped: ChangeLines;
  moved: ChangeLines;
  placed: ChangeLines;
  same: number;
  /** What accepting the right side takes; null: it is no proposal that waits, or not the reader's to accept. */
  accept: { run: string; revision: number } | null;
  /** A what-if is among the two. */
  hasWhatIf: boolean;
}

export interface ChangeLines {
  lines: ChangeLine[];
  /** That are not shown. */
  more: number;
}

export interface DifferenceAsked {
  organisation: string;
  week: IsoDate;
  left: string | null;
  right: string | null;
}

/** Loads two plans of a week and how they differ; null: one of them is not there. Left out: the week, and its proposal. */
export async function differencePage(
  user: User,
  scope: Scope,
  asked: DifferenceAsked,
): Promise<DifferencePage | null> {
  const { organisation, week } = asked;
  const state = await weekState(scope, store().db, organisation, week);
  const left = await planSide(scope, state, asked.left ?? "live");
  const right = await planSide(scope, state, asked.right ?? "proposal");
  if (left === null || right === null) return null;
  const entries = await entriesOf([left, right], state);
  const facts = factsOf(entries, week);
  const [before, after] = [placesOf(left), placesOf(right)];
  const difference = planDifference(before, after, await toldOf(scope, state), facts);
  const siteName = await siteNamesOf(organisation);
  const told = [...difference.dropped, ...difference.moved].filter((change) => change.told);
  const lines = await differenceLines(user, scope, { state, left, right, siteName });
  return {
    ...{ organisation, week, choices: await sideChoices(scope, state) },
    left: { key: left.key, name: left.name },
    right: { key: right.key, name: right.name },
    differentPolicies: !samePolicy(left, right),
    lines: comparedLines(left, right),
    groups: GROUPINGS.map((by) => ({
      ...{ by, heading: GROUP_HEADINGS[by] },
      lines: groupDifferences(by, before, after, facts).map((group) => ({
        name: groupName(by, group.key, siteName),
        ...{ before: group.before, after: group.after, comes: group.comes, goes: group.goes },
        difference: differenceWords(group.after - group.before),
        waitsBefore: waitWords(group.waits.before),
        waitsAfter: waitWords(group.waits.after),
      })),
    })),
    bottlenecks: [left, right].map((side) => bottlenecksOf(side, siteName)),
    told: await lines(told),
    ...(await partsOf(difference, lines)),
    same: difference.same,
    accept: acceptOf(user, state, { left, right }, await codesOf(organisation)),
    hasWhatIf: [left, right].some(({ key }) => key !== "live" && key !== "proposal"),
  };
}

const SHOWN = 100;

async function partsOf(
  { dropped, moved, placed }: PlanDifference,
  lines: (changes: PlanDifference["moved"]) => Promise<ChangeLine[]>,
) {
  const part = async (changes: PlanDifference["moved"]): Promise<ChangeLines> => ({
    lines: await lines(changes.slice(0, SHOWN)),
    more: Math.max(0, changes.length - SHOWN),
  });
  return { dropped: await part(dropped), moved: await part(moved), placed: await part(placed) };
}

function placesOf({ lists }: PlanSide): Map<string, string> {
  return new Map(
    lists.flatMap(({ sessionId, cases }) => cases.map(({ entry }) => [entry, sessionId] as const)),
  );
}

async function entriesOf(sides: readonly PlanSide[], { organisation }: HeldWeekState) {
  const ids = [...new Set(sides.flatMap((side) => [...placesOf(side).keys()]))];
  // Groups count everybody on the lists, wherever listed; names are asked for apart.
  const scope = { organisations: [organisation], sites: await codesOf(organisation) };
  return entriesById(scope, store().db, ids);
}

function factsOf(entries: Map<string, HeldEntry>, week: IsoDate) {
  return (id: string): PlacedFacts | undefined => {
    const found = entries.get(id)?.entry;
    if (!found) return undefined;
    const { treatmentFunction, listingSite, imdDecile, clockStart } = found;
    const weeks = weeksWaited(clockStart, week);
    return { specialty: treatmentFunction, site: listingSite, imdDecile, weeks };
  };
}

/** Who knows the place that they have in the live week. */
async function toldOf(scope: Scope, { standing }: HeldWeekState): Promise<Set<string>> {
  const notices = await lastNotices(
    scope,
    store().db,
    standing.map(({ entry }) => entry),
  );
  const told = standing.filter((placement) => isTold(placement, notices.get(placement.entry)));
  return new Set(told.map(({ entry }) => entry));
}

function samePolicy(left: PlanSide, right: PlanSide): boolean {
  return (
    JSON.stringify(left.weights) === JSON.stringify(right.weights) &&
    left.policyVersion === right.policyVersion
  );
}

function bottlenecksOf({ name, record, sessions }: PlanSide, siteName: (code: string) => string) {
  if (!record?.bottlenecks) return { name, words: [] };
  const names = reasonNames(record, sessions, siteName);
  const words = record.bottlenecks
    .slice(0, BINDING)
    .map(
      ({ what, points }) =>
        `${capitalised(moreWords(what, names))}: about ${number(Number(points.toPrecision(2)))} points`,
    );
  return { name, words };
}
const BINDING = 5;

const GROUP_HEADINGS: Record<Grouping, string> = {
  specialty: "By specialty",
  site: "By site that holds the listing",
  fifth: "By deprivation fifth of the patient's address",
};

function groupName(by: Grouping, key: string, siteName: (code: string) => string): string {
  if (key === "") return "Not known";
  if (by === "specialty") return treatmentFunctionName(key);
  if (by === "site") return siteName(key);
  const end = key === "1" ? ", most deprived" : key === "5" ? ", least deprived" : "";
  return `Fifth ${key}${end}`;
}

function acceptOf(
  user: User,
  { plan, revision }: HeldWeekState,
  { left, right }: { left: PlanSide; right: PlanSide },
  sites: string[],
): DifferencePage["accept"] {
  const waits = plan?.waits === true && left.key === "live" && right.key === "proposal";
  return waits && coversSites(user.scope("plan.accept"), sites) ? { run: plan.run.id, revision } : null;
}

async function sitesOf(organisation: string) {
  const { db } = store();
  return (await listSites(await wholeScope(db), db)).filter((site) => site.organisation === organisation);
}

async function codesOf(organisation: string): Promise<string[]> {
  return (await sitesOf(organisation)).map(({ code }) => code);
}

async function siteNamesOf(organisation: string): Promise<(code: string) => string> {
  const names = new Map((await sitesOf(organisation)).map(({ code, name }) => [code, name]));
  return (code) => names.get(code) ?? code;
}
