import { addressOf, NO_QUERY, type WaitingListQuery } from "~/components/waiting-list/query";
import type { IsoDate } from "~/domain/calendar";
import { BREACH_WEEKS, type BreachWeeks } from "~/domain/rtt-clock";
import { store } from "~/store.server";
import type { Scope } from "~db/scope";
import { searchWaitingList } from "~db/waiting-list";
import { countWaitingList } from "~db/waiting-list-counts";
import type { WaitingListFilter } from "~db/waiting-list-filter";

/** A count that somebody should look at, and where its entries are. */
export interface HomeCount {
  count: number;
  label: string;
  note: string;
  to: string;
  /** Nothing here is good news; something needs a person. */
  needsSomebody: boolean;
}

const reaching = (weeks: BreachWeeks) => BREACH_WEEKS.filter((milestone) => milestone >= weeks);

/** What the waiting list asks of a scheduler: urgent and long waits without a date. */
export async function undatedCounts(scope: Scope, today: IsoDate): Promise<HomeCount[]> {
  const waits = ([78, 65, 52] as const).map((weeks) =>
    counted(scope, today, { bands: reaching(weeks), dated: false }, { state: "undated", weeks }, [
      `over ${weeks} weeks without a date`,
      "",
    ]),
  );
  const urgent = counted(
    scope,
    today,
    { priorities: ["P2"], dated: false },
    { state: "undated", priority: "P2", sort: "target" },
    ["P2 without a date", "to be treated within 28 days of review or decision"],
  );
  return Promise.all([urgent, ...waits]);
}

async function counted(
  scope: Scope,
  today: IsoDate,
  filter: WaitingListFilter,
  query: Partial<WaitingListQuery>,
  [label, note]: [string, string],
): Promise<HomeCount> {
  const page = { sort: "waited" as const, descending: true, page: 1, size: 1 };
  const { total } = await searchWaitingList(scope, store().db, filter, page, today);
  return { count: total, label, note, to: addressOf({ ...NO_QUERY, ...query }), needsSomebody: total > 0 };
}

/** What the waiting list asks of the people who screen and prepare. */
export async function readinessCounts(scope: Scope, today: IsoDate): Promise<HomeCount[]> {
  const { byScreening, fitnessExpired, drift } = await countWaitingList(scope, store().db, today);
  const of = (readiness: WaitingListQuery["readiness"], count: number, label: string, note = "") => ({
    ...{ count, label, note, needsSomebody: count > 0 },
    to: addressOf({ ...NO_QUERY, readiness }),
  });
  return [
    of("not_screened", byScreening.not_screened ?? 0, "not screened yet", "cannot be planned"),
    of("awaiting", byScreening.awaiting ?? 0, "waiting for their screening result", "cannot be planned"),
    of("expired", fitnessExpired, "whose fitness has ended", "must be seen again"),
    of("differs", drift, "where the file and Hublist differ on readiness", "Hublist's decision counts"),
  ];
}
