import { counted } from "~/domain/figure-words";
import { weeksWaited } from "~/domain/rtt-clock";
import { treatmentFunctionName } from "~/facts/treatment-functions";
import { readUnplaced, readWeekRecord } from "~/services/week-record.server";
import { store } from "~/store.server";
import { procedureInFull } from "~/facts/procedure-words";
import { operatedOf } from "~db/operated";
import { placesOf } from "~db/placed-dates";
import { latestPlan } from "~db/plans";
import type { Scope } from "~db/scope";
import { searchWaitingList } from "~db/waiting-list";
import { personFacts } from "../week-case";
import { peopleOf } from "../week-people.server";
import type { HandPageAsked } from "./hand-people.server";

/** Who might be added to the lists of a week. */
export interface HandAddPage {
  organisation: string;
  week: string;
  words: string;
  found: AddRow[];
  total: number;
  /** Those of the last plan whose only reason is that others went first. */
  left: AddRow[];
}

export interface AddRow {
  entry: string;
  patient: string;
  words: string;
}

const SHOWN = 30;

/** Loads who could be added: what was searched for, and whom the last plan left out for want of room. */
export async function handAddPage(asked: HandPageAsked): Promise<HandAddPage> {
  const { scope, organisation, week, search, today } = asked;
  const { db } = store();
  const words = (search.get("q") ?? "").trim().slice(0, 100);
  const page = { sort: "waited", descending: false, page: 1, size: SHOWN } as const;
  const filter = { organisation, words, dated: false };
  const { entries, total } =
    words === "" ? { entries: [], total: 0 } : await searchWaitingList(scope, db, filter, page, today);
  const left = await leftOut(scope, asked);
  return {
    ...{ organisation, week, words, total },
    found: await rows(
      asked,
      entries.map(({ id }) => id),
    ),
    left: await rows(asked, left),
  };
}

async function leftOut(scope: Scope, { organisation, week, today }: HandPageAsked): Promise<string[]> {
  const { db } = store();
  const plan = await latestPlan(scope, db, organisation, week);
  const record = plan && (await readWeekRecord(scope, db, plan.run));
  if (!plan || !record) return [];
  const found: string[] = [];
  for await (const chunk of readUnplaced(scope, db, plan.run, record.unplaced.chunks)) {
    found.push(...chunk.filter(({ reason }) => reason === "capacity").map(({ entry }) => entry));
    if (found.length >= 2 * SHOWN) break;
  }
  const some = found.slice(0, 2 * SHOWN);
  const placed = await placesOf(db, some, today);
  const done = await operatedOf(db, { entries: some }, today);
  return some.filter((entry) => !placed.has(entry) && !done.has(entry)).slice(0, SHOWN);
}

async function rows({ user, organisation, week, scope }: HandPageAsked, ids: string[]): Promise<AddRow[]> {
  const entries = ids.map((entry) => ({ entry }));
  const page = `/weeks/${week}/change/add`;
  const people = await peopleOf(user, { organisation, sites: scope.sites, entries, page });
  return ids.flatMap((id) => {
    const known = people.get(id);
    if (!known) return [];
    const { entry } = known;
    const waited = counted(weeksWaited(entry.clockStart, week), "week");
    return [
      {
        entry: id,
        patient: personFacts(known, entry.pathwayId, week).patient,
        words: `${entry.priority}, ${waited}, ${treatmentFunctionName(entry.treatmentFunction)}, ${procedureInFull(entry)}, ${entry.minutes} minutes`,
      },
    ];
  });
}
