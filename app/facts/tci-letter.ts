import table from "./tci-letter.json";

/** The sentences of the letter about a date, by what they are about; sources are in the table. */
export type LetterPart = keyof typeof table.parts;

/** The sentences of one part. */
export const letterWords = (part: LetterPart): readonly string[] => table.parts[part].words;

export const TCI_LETTER_SOURCE = { what: table.what, confidence: table.confidence, parts: table.parts };
