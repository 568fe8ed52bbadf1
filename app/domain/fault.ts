/** What is wrong with one cell of a file, in words for the person who can mend it. */
export interface Fault {
  file: string;
  /** As a spreadsheet shows it (the header is row 1); in policy.json the line; 0: the file as a whole. */
  row: number;
  /** Column name; in policy.json the path of the key; empty: the row as a whole. */
  column: string;
  /** The text as it stood, cut to 100 characters. */
  value: string;
  /** What is wrong and what is expected. */
  message: string;
}
