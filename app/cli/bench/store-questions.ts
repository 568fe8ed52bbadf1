import type { IsoDate } from "~/domain/calendar";
import type { Reader } from "~db/engine";
import { placesOf } from "~db/placed-dates";
import type { Scope } from "~db/scope";
import { searchWaitingList, type WaitingListPage } from "~db/waiting-list";
import { waitingListChoices } from "~db/waiting-list-choices";
import { countFound, countReadiness } from "~db/waiting-list-counts";
import { WAITING_LIST_SORTS, type WaitingListFilter } from "~db/waiting-list-filter";

type Question = [what: string, ask: (db: Reader) => Promise<unknown>];

const FIRST: WaitingListPage = { sort: "waited", descending: false, page: 1, size: 50 };

const FILTERS: [string, WaitingListFilter][] = [
  ["all", {}],
  ["one specialty", { treatmentFunctions: ["110"] }],
  ["P2", { priorities: ["P2"] }],
  ["52 weeks and more", { bands: [52, 65, 78, 104] }],
  ["under 18 weeks", { bands: ["under18"] }],
  ["fit", { readiness: ["fit"] }],
  ["fitness ended", { readiness: ["expired"] }],
  ["one site", { sites: ["RQM02"] }],
  ["undated", { dated: false }],
  ["P2 undated", { priorities: ["P2"], dated: false }],
  ["gone", { state: "gone" }],
  ["drift", { drift: true }],
  ["a name", { words: "propsworth" }],
  ["the beginning of a name", { words: "foo" }],
  ["one letter", { words: "a" }],
  ["a hospital number", { words: "H0000012" }],
  ["two words", { words: "propsworth a" }],
  ["nobody", { words: "zzzz" }],
];

/** What the list page and the home page ask of the store, one question for each kind of filter, order and page. */
export function storeQuestions(scope: Scope, today: IsoDate): Question[] {
  const list = (what: string, filter: WaitingListFilter, page: Partial<WaitingListPage> = {}): Question => [
    `List: ${what}`,
    (db) => askList(scope, db, filter, { ...FIRST, ...page }, today),
  ];
  const sorts = WAITING_LIST_SORTS.flatMap((sort) => [
    list(`by ${sort}`, {}, { sort }),
    list(`by ${sort}, page 500`, {}, { sort, page: 500 }),
    list(`P2 by ${sort}`, { priorities: ["P2"] }, { sort }),
  ]);
  return [
    ...FILTERS.map(([what, filter]) => list(what, filter)),
    ...sorts,
    list("P4 by name, page 500", { priorities: ["P4"] }, { sort: "name", page: 500 }),
    list("fit by target, page 500", { readiness: ["fit"] }, { sort: "target", page: 500 }),
    ["Home: readiness", (db) => countReadiness(scope, db, today)],
    ["Home: undated", (db) => countFound(scope, db, { dated: false }, today)],
  ];
}

/** All that one list page reads. */
async function askList(
  scope: Scope,
  db: Reader,
  filter: WaitingListFilter,
  page: WaitingListPage,
  today: IsoDate,
): Promise<void> {
  const { total } = await countFound(scope, db, filter, today);
  const { entries } = await searchWaitingList(scope, db, filter, { ...page, total }, today);
  const ids = entries.map(({ id }) => id);
  await placesOf(db, ids, today);
  await waitingListChoices(scope, db);
}
