import type { Rows } from "./table";

/** A part of the report: a table between words. */
export interface Section {
  title: string;
  before: string;
  rows: Rows;
  after: string[];
}
