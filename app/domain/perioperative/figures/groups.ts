/** By what the patients of a figure are told apart. */
export const DIMENSIONS = ["deprivation", "age", "ethnicity", "language"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Where nothing is held: a row of its own, never dropped. */
export const NOT_KNOWN = "notKnown";

/** A patient's group in each dimension. */
export type Groups = Readonly<Record<Dimension, string>>;

/** What is held of a patient; empty or null: not known. */
export interface Demographics {
  /** 1 most deprived to 10. */
  imdDecile: number | null;
  /** Completed years. */
  age: number | null;
  ethnicCategory: string;
  language: string;
}

/** How codes become groups; see app/facts/figures.json. */
export interface GroupTable {
  ageFrom: readonly number[];
  ethnic: readonly { code: string; letters: string }[];
}

/** The groups of a patient. Whatever is not held, or cannot be read, is not known. */
export function groupsOf(held: Demographics, { ageFrom, ethnic }: GroupTable): Groups {
  const { imdDecile, age, ethnicCategory, language } = held;
  const fifth = imdDecile !== null && imdDecile >= 1 && imdDecile <= 10 ? Math.ceil(imdDecile / 2) : null;
  const band = age === null ? undefined : ageFrom.filter((from) => from <= age).at(-1);
  const letter = ethnicCategory.trim().charAt(0).toUpperCase();
  const group = letter === "" ? undefined : ethnic.find(({ letters }) => letters.includes(letter));
  const spoken = language.trim().toLowerCase();
  return {
    deprivation: fifth === null ? NOT_KNOWN : String(fifth),
    age: band === undefined ? NOT_KNOWN : String(band),
    ethnicity: group?.code ?? NOT_KNOWN,
    language: spoken === "" ? NOT_KNOWN : ENGLISH.includes(spoken) ? "english" : "other",
  };
}

const ENGLISH = ["english", "en", "eng", "en-gb"];
