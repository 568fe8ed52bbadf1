import { Random } from "~/demo/random";
import { addDays, type IsoDate } from "~/domain/calendar";
import { loadDemo } from "~/services/load-demo.server";
import { wholeScope } from "~db/organisations";
import { placedDates } from "~db/placed-dates";
import type { Store } from "~db/store";
import { entriesForPlanning } from "~db/waiting-list";
import { commandActor } from "../../installation";
import { fillWeek } from "../board/made-board";

/** Size L: a hub of 15,072 entries, with lists for the six weeks that a place is looked for in. */
const HUB = { provider: "RTG", scale: 1, weeks: 4, seed: 1, weeksBefore: true };

const ASKED = 1_000;

/** Weeks of lists, and who is on none of them. Ids are the store's. */
export interface MadeWeeks {
  entries: number;
  /** One week of them, and a case that stands in it. */
  week: IsoDate;
  placed: { entry: string; session: string };
  /** Some of those who wait without a place; the same whenever they are drawn. */
  waiting: string[];
}

/** Makes the hub and fills its lists as they fill while people plan them: the nearer weeks whole, the last not at all. */
export async function makeWeeks(store: Store, today: IsoDate): Promise<MadeWeeks> {
  const actor = commandActor("bench best-fit");
  const made = await loadDemo(store, actor, today, HUB);
  if (made.kind !== "loaded") throw new Error("The folder of the bench holds an installation already.");
  const { organisation, firstDay: week } = made;
  const { placed } = await fillWeek(store, actor, { organisation, week, today });
  await fillWeek(store, actor, { organisation, week: addDays(week, 7), today });
  const all = await entriesForPlanning(await wholeScope(store.db), store.db, organisation);
  const dated = await placedDates(store.db, organisation, today);
  const without = all.filter(({ id }) => !dated.has(id));
  const random = new Random(1, "bench best-fit");
  const waiting = Array.from({ length: ASKED }, () => random.pick(without).id);
  return { entries: all.length, week, placed: placed[0]!, waiting };
}
