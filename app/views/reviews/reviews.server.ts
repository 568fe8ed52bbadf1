import type { User } from "~/auth/visitor.server";
import { today } from "~/clock.server";
import type { Choice } from "~/components/filter-fields";
import type { ReviewsQuery } from "~/components/reviews/reviews-query";
import { addDays, type IsoDate } from "~/domain/calendar";
import type { ReviewDue } from "~/domain/perioperative/review/long-wait-review";
import { weeksWaited } from "~/domain/rtt-clock";
import type { SiteSettings } from "~/domain/workspace-settings";
import { harmWords, reviewOutcomeWords } from "~/facts/review-outcomes";
import { store } from "~/store.server";
import type { Scope } from "~db/scope";
import { entriesById, type HeldEntry } from "~db/waiting-list";
import { reviewsOfEntries, type WaitingReview } from "~db/waiting-reviews";
import { actorNames } from "../actor-names.server";
import { nameShown } from "../entry-words";
import { owedReviews, settingsBySite, type OwedReview } from "./owed-reviews.server";
import { siteChoices, siteNameOf } from "~/auth/own-sites";
import { procedureInFull } from "~/facts/procedure-words";

export const REVIEWS_PAGE_SIZE = 25;
const DONE_SHOWN = 10;
/** Reviews that come up, and reviews that were done, within so many days. */
export const REVIEW_WINDOW_DAYS = 28;

/** One patient who is owed a review. */
export interface ReviewRow {
  id: string;
  name: string;
  procedure: string;
  siteName: string;
  priority: HeldEntry["entry"]["priority"];
  cancer: boolean;
  weeks: number;
  due: ReviewDue;
  /** The last review in words; null: none yet. */
  last: { on: IsoDate; words: string } | null;
}

/** A review that was done. */
export interface DoneRow {
  key: string;
  id: string;
  name: string;
  on: IsoDate;
  by: string;
  harm: string;
  outcome: string;
  next: IsoDate | null;
  note: string;
}

export interface ReviewsPage {
  query: ReviewsQuery;
  today: IsoDate;
  counts: { overdue: number; due: number; upcoming: number; done: number };
  rows: ReviewRow[];
  total: number;
  done: DoneRow[];
  sites: Choice[];
  /** What counts at the sites in scope, each set once. */
  rules: { sites: string; settings: SiteSettings }[];
  mayReview: string[];
}

/** The list of reviews: who is owed one, and what was done of late. */
export async function reviewsPage(user: User, scope: Scope, query: ReviewsQuery): Promise<ReviewsPage> {
  const { db } = store();
  const day = today();
  const asked = (one: { site: string }) => query.site === "" || one.site === query.site;
  const near = ({ due }: OwedReview) =>
    due.state !== "upcoming" || due.by <= addDays(day, REVIEW_WINDOW_DAYS);
  const owed = (await owedReviews(scope, db, day)).filter(
    (one) => near(one) && asked(one) && (query.kind === null || one.due.kind === query.kind),
  );
  const doneLately = await doneReviews(user, scope, day, query);
  const done = doneLately.slice(0, DONE_SHOWN);
  const found = owed.filter(({ due }) => query.state === null || due.state === query.state);
  const first = (query.page - 1) * REVIEWS_PAGE_SIZE;
  const part = query.state === "done" ? [] : found.slice(first, first + REVIEWS_PAGE_SIZE);
  const count = (state: ReviewDue["state"]) => owed.filter(({ due }) => due.state === state).length;
  return {
    ...{ query, today: day, done },
    counts: {
      overdue: count("overdue"),
      due: count("due"),
      upcoming: count("upcoming"),
      done: doneLately.length,
    },
    rows: await rowsOf(user, scope, part, day),
    total: query.state === "done" ? 0 : found.length,
    sites: siteChoices(user, scope),
    rules: rulesOf(user, await settingsBySite(scope, db)),
    mayReview: user.scope("review.record").sites,
  };
}

async function rowsOf(
  user: User,
  scope: Scope,
  part: readonly OwedReview[],
  day: IsoDate,
): Promise<ReviewRow[]> {
  const held = await entriesById(
    scope,
    store().db,
    part.map(({ id }) => id),
  );
  return part.flatMap(({ id, site, due, last, clockStart, cancer }) => {
    const one = held.get(id);
    if (!one) return [];
    return [
      {
        ...{ id, due, cancer, name: nameOf(user, one), procedure: procedureInFull(one.entry) },
        siteName: siteNameOf(user, site),
        priority: one.entry.priority,
        weeks: weeksWaited(clockStart, day),
        last: last && { on: last.reviewedOn, words: reviewOutcomeWords(last.outcome) },
      },
    ];
  });
}

const nameOf = (user: User, { entry }: HeldEntry): string =>
  user.scope("patient.view").sites.includes(entry.listingSite)
    ? nameShown(entry.details) || entry.patientId
    : entry.pathwayId;

/** What was done in the last days, the latest first. */
async function doneReviews(
  user: User,
  scope: Scope,
  day: IsoDate,
  { kind, site }: ReviewsQuery,
): Promise<DoneRow[]> {
  const { db } = store();
  const since = addDays(day, -REVIEW_WINDOW_DAYS);
  const recent = [...(await reviewsOfEntries(scope, db)).values()]
    .flat()
    .filter((one) => one.reviewedOn >= since && (kind === null || one.kind === kind))
    .sort((a, b) => (a.at < b.at ? 1 : -1));
  const held = await entriesById(
    scope,
    db,
    recent.map(({ entry }) => entry),
  );
  const names = await actorNames(recent.map(({ by }) => by));
  return recent.flatMap((one): DoneRow[] => {
    const entry = held.get(one.entry);
    if (!entry || (site !== "" && entry.entry.listingSite !== site)) return [];
    return [{ ...reviewShown(one, names), id: one.entry, name: nameOf(user, entry) }];
  });
}

/** A review as it was recorded, in words. */
export function reviewShown(
  { entry, number, reviewedOn, harm, outcome, nextOn, note, by }: WaitingReview,
  names: (actor: string) => string,
): Omit<DoneRow, "id" | "name"> {
  return {
    key: `${entry}-${number}`,
    ...{ on: reviewedOn, by: names(by), next: nextOn, note },
    ...{ harm: harmWords(harm), outcome: reviewOutcomeWords(outcome) },
  };
}

function rulesOf(user: User, settings: ReadonlyMap<string, SiteSettings>): ReviewsPage["rules"] {
  const same = new Map<string, { sites: string[]; settings: SiteSettings }>();
  for (const [site, own] of settings) {
    const { longReviewWeeks, longReviewDays, cancerReviewAfterDays, cancerReviewDays } = own;
    const key = [longReviewWeeks, longReviewDays, cancerReviewAfterDays, cancerReviewDays].join();
    const name = siteNameOf(user, site);
    same.set(key, { settings: own, sites: [...(same.get(key)?.sites ?? []), name] });
  }
  return [...same.values()].map(({ sites, settings: own }) => ({ sites: sites.join(", "), settings: own }));
}
