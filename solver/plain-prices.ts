import type { Candidates } from "./candidates";
import type { Model } from "./model";
import type { Priced } from "./price-phase";
import { noPrices } from "./prices";
import type { Prices } from "./prices";
import type { PlainPrices } from "./solution";

/** The prices of a bound as plain values, named as in the problem. */
export function plainPrices(
  model: Model,
  { rounded, ceilings }: Pick<Priced, "rounded" | "ceilings">,
  candidates: readonly Candidates[],
): PlainPrices {
  return {
    cases: [...rounded.cases],
    capacities: [...rounded.capacities],
    personDays: personDaysOf(model).flatMap(([person, day], at) =>
      rounded.personDays[at]! > 0 ? [{ person, day, price: rounded.personDays[at]! }] : [],
    ),
    reserves: [...rounded.reserves],
    keep: rounded.keep[0]!,
    lists: candidates.map(({ lambda, charge }, list) => ({
      minute: lambda,
      case: charge,
      ceiling: ceilings[list]!,
    })),
  };
}

/** The same prices for a model of that problem, or of a changed one; null when they belong to another problem. */
export function pricesFrom(model: Model, plain: PlainPrices): Prices | null {
  const prices = noPrices(model);
  const { cases, capacities, reserves } = prices;
  const fits =
    plain.cases.length === cases.length &&
    plain.capacities.length === capacities.length &&
    plain.reserves.length === reserves.length;
  if (!fits) return null;
  cases.set(plain.cases);
  capacities.set(plain.capacities);
  reserves.set(plain.reserves);
  prices.keep[0] = plain.keep;
  const days = new Map(plain.personDays.map(({ person, day, price }) => [`${person}/${day}`, price]));
  if (days.size > 0)
    personDaysOf(model).forEach(
      ([person, day], at) => (prices.personDays[at] = days.get(`${person}/${day}`) ?? 0),
    );
  return prices;
}

/** Person and day by number of `Slots.slotPersonDay`. */
function personDaysOf({ slotPersonDay, slotCase, slotList, person, day, personDays }: Model) {
  const found: [person: number, day: number][] = Array.from({ length: personDays }, () => [-1, -1]);
  slotPersonDay.forEach((number, slot) => {
    if (number >= 0) found[number] = [person[slotCase[slot]!]!, day[slotList[slot]!]!];
  });
  return found;
}
