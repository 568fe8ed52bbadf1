import { clockTime, type ClockTime } from "../calendar";
import { counted } from "../figure-words";
import { minutesOfDay } from "../calendar";
import type { OrderQuestion } from "./list-order";
import type { OrderFlag } from "./order-flags";
import { brokenLimitWords } from "./order-limits";
import type { OrderFacts } from "./ordered-entry";
import type { ListOrderPolicy } from "./order-policy";

const FIRST = [
  { flag: "mh", words: "malignant hyperthermia risk" },
  { flag: "drugAllergy", words: "anaesthetic drug allergy" },
  { flag: "latex", words: "latex allergy" },
] as const;

/**
 * What the order could not give a case: limits of time that it breaks, and a place at the head or the end of the list
 * that others hold. The surgeon and the anaesthetist decide.
 * @param order items of the question, first to last
 */
export function orderNotes(
  {
    entries,
    facts,
    caseLimits,
  }: Pick<OrderQuestion<{ minutes: number }>, "entries" | "facts" | "caseLimits">,
  order: readonly number[],
  starts: readonly ClockTime[],
  policy: ListOrderPolicy,
): string[][] {
  return order.map((item, place) => {
    const start = starts[place]!;
    const end = clockTime(minutesOfDay(start) + entries[item]!.minutes);
    const broken = caseLimits[item]!.filter(({ latestStart }) => minutesOfDay(start) > latestStart).map(
      ({ limit }) => brokenLimitWords(limit, { start, end }, policy),
    );
    const [before, after] = [order.slice(0, place), order.slice(place + 1)].map((items) =>
      items.map((at) => facts[at]!),
    );
    return [...broken, ...placeNotes(facts[item]!, before!, after!, policy)];
  });
}

function placeNotes(
  { flags }: OrderFacts,
  before: OrderFacts[],
  after: OrderFacts[],
  { costs }: ListOrderPolicy,
): string[] {
  const without = (others: OrderFacts[], flag: OrderFlag) =>
    others.filter((other) => !other.flags.has(flag)).length;
  const notes = FIRST.filter(({ flag }) => costs[flag] > 0 && flags.has(flag)).flatMap(({ flag, words }) => {
    const ahead = without(before, flag);
    return ahead > 0 ? [`${words}, yet ${counted(ahead, "case")} before`] : [];
  });
  const behind = costs.infection > 0 && flags.has("infection") ? without(after, "infection") : 0;
  return behind > 0 ? [...notes, `infection risk, yet ${counted(behind, "case")} after`] : notes;
}
