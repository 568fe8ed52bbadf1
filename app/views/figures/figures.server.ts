import type { User } from "~/auth/visitor.server";
import { today } from "~/clock.server";
import { addDays, type IsoDate } from "~/domain/calendar";
import { disclosed, type ShownCount } from "~/domain/perioperative/figures/disclosure";
import {
  countsOf,
  MEASURED,
  rowsOf,
  unknownDimensions,
  type Counts,
  type Measured,
} from "~/domain/perioperative/figures/figures";
import { DIMENSIONS, NOT_KNOWN, type Dimension } from "~/domain/perioperative/figures/groups";
import { AGE_BANDS, ETHNIC_GROUPS, FIGURE_PERIODS } from "~/facts/figures";
import { store } from "~/store.server";
import type { Scope } from "~db/scope";
import { settingsBySite } from "../reviews/owed-reviews.server";
import { occurrencesOf } from "./occurrences.server";

export type ShownCounts = Readonly<Record<Measured, ShownCount>>;

export interface FigureTable {
  dimension: Dimension;
  rows: { group: string; words: string; counts: ShownCounts }[];
}

export interface FiguresPage {
  days: number;
  periods: readonly number[];
  from: IsoDate;
  to: IsoDate;
  whole: ShownCounts;
  tables: FigureTable[];
  /** Dimensions of which the waiting list holds nothing for anybody. */
  unknown: Dimension[];
  /** Counts below this are hidden from this reader; 0: they see patients, or nothing is hidden. */
  least: number;
}

/** The figures of the last days, for a reader; who may see no patients is shown no small numbers. */
export async function figuresPage(user: User, scope: Scope, asked: number): Promise<FiguresPage> {
  const { db } = store();
  const days = FIGURE_PERIODS.includes(asked) ? asked : FIGURE_PERIODS[1]!;
  const to = today();
  const from = addDays(to, 1 - days);
  const least = await leastShown(user, scope);
  const occurrences = await occurrencesOf(scope, db, { from, to });
  const shown = (counts: Counts) =>
    Object.fromEntries(MEASURED.map((of) => [of, disclosed(counts[of], least)])) as ShownCounts;
  return {
    ...{ days, from, to, least, periods: FIGURE_PERIODS, unknown: unknownDimensions(occurrences) },
    whole: shown(countsOf(occurrences)),
    tables: DIMENSIONS.map((dimension) => ({
      dimension,
      rows: rowsOf(occurrences, dimension, Object.keys(WORDS[dimension])).map(({ group, counts }) => ({
        ...{ group, counts: shown(counts) },
        words: group === NOT_KNOWN ? "Not known" : WORDS[dimension][group]!,
      })),
    })),
  };
}

/** The strictest setting of the sites, for a reader who may not see the patients of all of them. */
async function leastShown(user: User, scope: Scope): Promise<number> {
  const seen = user.scope("patient.view").sites;
  if (scope.sites.every((site) => seen.includes(site))) return 0;
  const settings = await settingsBySite(scope, store().db);
  return Math.max(0, ...[...settings.values()].map(({ smallNumber }) => smallNumber));
}

const bandWords = (from: number, at: number) => {
  const next = AGE_BANDS[at + 1];
  if (next === undefined) return `${from} and over`;
  return from === 0 ? `Under ${next}` : `${from} to ${next - 1}`;
};

const WORDS: Record<Dimension, Record<string, string>> = {
  deprivation: {
    1: "1: most deprived fifth",
    2: "2",
    3: "3",
    4: "4",
    5: "5: least deprived fifth",
  },
  age: Object.fromEntries(AGE_BANDS.map((from, at) => [String(from), bandWords(from, at)])),
  ethnicity: Object.fromEntries(ETHNIC_GROUPS.map(({ code, words }) => [code, words])),
  language: { english: "English", other: "Another language" },
};
