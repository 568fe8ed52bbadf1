import type { User } from "~/auth/visitor.server";
import type { IsoDate } from "~/domain/calendar";
import { REASONS, type Reason } from "~/domain/reasons";
import { PRIORITIES, type Priority } from "~/domain/waiting-list";
import type { UnplacedRecord } from "~/domain/week-record";
import { readUnplaced, readWeekRecord } from "~/services/week-record.server";
import { store } from "~/store.server";
import type { Scope } from "~db/scope";
import { findRun } from "~db/solve-runs";
import type { Specialty } from "./week-board";
import { peopleOf } from "./week-people.server";
import {
  passes,
  reasonBars,
  unplacedRow,
  unplacedSentence,
  unplacedSpecialties,
  type ReasonBar,
  type UnplacedFilter,
  type UnplacedRow,
} from "./week-unplaced";

export const UNPLACED_PAGE_SIZE = 50;

/** Entries in no list of a plan, a page of those that a filter lets through. */
export interface UnplacedPage {
  run: string;
  week: IsoDate;
  organisation: string;
  sentence: string;
  bars: ReasonBar[];
  specialties: Specialty[];
  filter: UnplacedFilter;
  rows: UnplacedRow[];
  page: number;
  pageSize: number;
  total: number;
}

/** The filter of an address; what it does not name, or names wrongly, is not narrowed. */
export function unplacedFilter(search: URLSearchParams): UnplacedFilter {
  const one = <Value extends string>(name: string, values: readonly Value[]): Value | null =>
    values.find((value) => value === search.get(name)) ?? null;
  const specialty = search.get("specialty");
  return {
    reason: one<Reason>("reason", REASONS),
    specialty: specialty !== null && /^\d{3}$/.test(specialty) ? specialty : null,
    priority: one<Priority>("priority", PRIORITIES),
    due: search.get("due") === "yes",
  };
}

/** Loads a page (from 1) of the unplaced of a run in scope; null when it has no plan. */
export async function unplacedPage(
  user: User,
  scope: Scope,
  id: string,
  search: URLSearchParams,
): Promise<UnplacedPage | null> {
  const { db } = store();
  const run = await findRun(scope, db, id);
  const record = await readWeekRecord(scope, db, id);
  if (run === null || record === null) return null;
  const filter = unplacedFilter(search);
  const page = Math.max(1, Math.trunc(Number(search.get("page")) || 1));
  const found = await foundOn(page, readUnplaced(scope, db, id, record.unplaced.chunks), filter);
  const entries = found.records.map(({ entry }) => ({ entry }));
  const { week, organisation, sites } = run;
  const people = await peopleOf(user, { organisation, sites, entries, page: `/runs/${id}/unplaced` });
  return {
    ...{ run: id, week, organisation, filter, page },
    sentence: unplacedSentence(record.unplaced),
    bars: reasonBars(record.unplaced),
    specialties: unplacedSpecialties(record.unplaced),
    rows: found.records.map((one) => unplacedRow(one, people.get(one.entry), record.firstDay)),
    pageSize: UNPLACED_PAGE_SIZE,
    total: found.total,
  };
}

async function foundOn(page: number, chunks: AsyncIterable<UnplacedRecord[]>, filter: UnplacedFilter) {
  const from = (page - 1) * UNPLACED_PAGE_SIZE;
  const records: UnplacedRecord[] = [];
  let total = 0;
  for await (const chunk of chunks)
    for (const record of chunk) {
      if (!passes(record, filter)) continue;
      if (total >= from && total < from + UNPLACED_PAGE_SIZE) records.push(record);
      total += 1;
    }
  return { total, records };
}
