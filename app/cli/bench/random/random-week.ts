import { addDays, type IsoDate } from "~/domain/calendar";
import { smallestScale, waitsOf } from "~/demo/published-waits";
import { Random } from "~/demo/random";
import { RTT_ADMITTED } from "~/facts/rtt-admitted";

/** A week drawn at random; its number says all of it. */
export interface RandomWeek {
  number: number;
  provider: string;
  /** Share of the provider's true size. */
  scale: number;
  weeks: number;
  /** Days from the plan date to the first Monday. */
  ahead: number;
  weekStart: IsoDate;
  planDate: IsoDate;
  /** With the rare cases of every rule. */
  hard: boolean;
}

/** Entries of the smallest and of the largest week, nearly: between them every size is as likely as its double. */
const FEWEST = 150;
const MOST = 2500;
/** Mondays from which a week is drawn: a year with its holidays and both changes of the clock. */
const FIRST_MONDAY = "2026-06-01";
const MONDAYS = 52;
/** Days ahead of a plan made late, and of one made in good time. */
const NEAR: [from: number, below: number] = [3, 11];
const FAR: [from: number, below: number] = [20, 61];

/** Those of which enough is published. */
const PROVIDERS = Object.keys(RTT_ADMITTED)
  .sort()
  .filter((provider) => sizeOf(provider) >= FEWEST);

function sizeOf(provider: string): number {
  return waitsOf(provider, 1).reduce((sum, { size }) => sum + size, 0);
}

/** The week of a number. Every other one is hard, of either kind every other one is near. */
export function randomWeek(number: number): RandomWeek {
  const random = new Random(number, "random week");
  const provider = random.pick(PROVIDERS);
  const entries = FEWEST * (MOST / FEWEST) ** random.next();
  const size = sizeOf(provider);
  const scale = Math.min(1, Math.max(1.2 * smallestScale(provider), entries / size));
  const weekStart = addDays(FIRST_MONDAY, 7 * random.whole(MONDAYS));
  const [from, below] = number % 4 < 2 ? NEAR : FAR;
  const ahead = from + random.whole(below - from);
  return {
    number,
    provider,
    scale: Math.round(scale * 1000) / 1000,
    weeks: random.weighted([
      [1, 6],
      [2, 2],
      [3, 1],
    ]),
    ahead,
    weekStart,
    planDate: addDays(weekStart, -ahead),
    hard: number % 2 === 0,
  };
}
