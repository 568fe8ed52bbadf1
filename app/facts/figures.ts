import table from "./figures.json";

/** Ethnic groups by the first letters of the national code. */
export const ETHNIC_GROUPS: readonly { code: string; words: string; letters: string }[] =
  table.ethnicGroups.groups;

/** The first years of the age bands. */
export const AGE_BANDS: readonly number[] = table.ageBands.from;

/** How nurse minutes are measured. */
export const NURSE_MINUTES: { within: number; words: string; source: string } = table.nurseMinutes;

/** The periods that can be asked for, in days back from today. */
export const FIGURE_PERIODS: readonly number[] = table.periods;
