import type { User } from "~/auth/visitor.server";
import { instantText } from "~/components/date-text";
import { addDays, type IsoDate } from "~/domain/calendar";
import { isBookable } from "~/domain/session-time";
import { PLANNER_FILES } from "~/domain/week-record";
import { store } from "~/store.server";
import type { Site } from "~db/organisations";
import { listPlanFiles } from "~db/plans";
import { currentPolicy } from "~db/policies";
import { coversSites, type Scope } from "~db/scope";
import { solveCommand } from "./week-command";
import { weekFixed, type WeekFixed } from "./week-fixed.server";
import { actorName } from "./week-people.server";
import { isOpen, type HeldWeekState } from "./week-state.server";

/** Which week, and who wants to see it. */
export interface WeekAsked {
  user: User;
  scope: Scope;
  organisation: string;
  week: IsoDate;
  search: URLSearchParams;
  today: IsoDate;
}

/** Where a week stands, and what the reader can do about it. */
export interface WeekHead {
  organisation: string;
  week: IsoDate;
  previous: IsoDate;
  next: IsoDate;
  /** Sessions of the week in the reader's sites, and those of them that take cases. */
  sessions: number;
  bookable: number;
  revision: number;
  /** The accepted week in words; empty: it was never accepted. */
  accepted: string;
  /** The plan that waits to be accepted. */
  proposal: { run: string; words: string } | null;
  /** What a new plan would keep of the accepted week. */
  fixed: WeekFixed;
  /** Which of the two is shown. */
  shows: "proposal" | "accepted" | null;
  /** A solve that is under way. */
  openRun: string | null;
  /** The last solve, when it ended without a plan. */
  failed: { run: string; message: string } | null;
  /** Version of the policy that a solve would follow. */
  policy: string;
  may: { solve: boolean; accept: boolean; change: boolean };
  /** Why the reader cannot plan the week, in words; empty: they can, or it is not theirs to do. */
  cannotSolve: string;
  downloads: PlanDownloads | null;
}

/** The files of the plan that was found last, and the command that makes it again. */
export interface PlanDownloads {
  run: string;
  names: string[];
  command: string;
}

/** Puts where a week stands into words. */
export async function weekHead(
  asked: WeekAsked,
  state: HeldWeekState,
  sites: readonly Site[],
  shows: WeekHead["shows"],
): Promise<WeekHead> {
  const { user, scope, organisation, week } = asked;
  const { sessions, revision, lastRun, plan } = state;
  const policy = await currentPolicy(scope, store().db, organisation);
  const codes = sites.map(({ code }) => code);
  const solves = coversSites(user.scope("plan.solve"), codes);
  const accepts = coversSites(user.scope("plan.accept"), codes);
  const open = isOpen(lastRun);
  return {
    ...{ organisation, week, revision, shows },
    previous: addDays(week, -7),
    next: addDays(week, 7),
    sessions: sessions.length,
    bookable: sessions.filter(({ session }) => isBookable(session)).length,
    accepted: await acceptedWords(state),
    fixed: await weekFixed(scope, state, asked.today),
    proposal: plan?.waits ? { run: plan.run.id, words: await proposalWords(plan) } : null,
    openRun: open && lastRun ? lastRun.id : null,
    failed: lastRun?.state === "failed" ? { run: lastRun.id, message: lastRun.message } : null,
    policy: policy?.policy.version ?? "",
    may: {
      solve: solves,
      accept: accepts,
      change: user.scope("list.change").organisations.includes(organisation),
    },
    cannotSolve: user.may("plan.solve") && !solves ? otherSites(asked, sites) : "",
    downloads:
      plan && user.may("plan.download") ? await downloadsOf(user.scope("plan.download"), plan) : null,
  };
}

async function acceptedWords({ revision, lastChange }: HeldWeekState): Promise<string> {
  if (revision === 0 || lastChange === null) return "";
  const by = await actorName(lastChange.by);
  return `Accepted, revision ${revision}, by ${by} on ${instantText(new Date(lastChange.at))}.`;
}

async function proposalWords({ summary, run }: NonNullable<HeldWeekState["plan"]>): Promise<string> {
  const by = await actorName(run.askedBy);
  return `Proposal of ${instantText(new Date(summary.savedAt))}, asked for by ${by}. Nothing changes until somebody accepts it.`;
}

/** A plan fills the lists of every site, so who works at some of them cannot start one. */
function otherSites({ user }: WeekAsked, sites: readonly Site[]): string {
  const own = user.scope("plan.solve").sites;
  const others = sites.filter(({ code }) => !own.includes(code)).map(({ name }) => name);
  return `A plan fills the lists of every site, and these are not yours to plan: ${others.join(", ")}. Ask somebody who plans for the whole organisation.`;
}

async function downloadsOf(
  scope: WeekAsked["scope"],
  { run, record }: NonNullable<HeldWeekState["plan"]>,
): Promise<PlanDownloads | null> {
  const held = new Set([...(await listPlanFiles(scope, store().db, run.id)), "plan.json"]);
  const names = PLANNER_FILES.filter((name) => held.has(name));
  if (names.length <= 1) return null;
  return { run: run.id, names, command: solveCommand(run, names, record.maxMoves) };
}
