import type { IsoDate } from "~/domain/calendar";
import type { ShownCount } from "~/domain/perioperative/figures/disclosure";
import { MEASURED, type Measured } from "~/domain/perioperative/figures/figures";
import { csvText } from "./csv";

/** Figures as they are written: all patients, then each group of each dimension. */
export interface ExportedFigures {
  from: IsoDate;
  to: IsoDate;
  whole: Readonly<Record<Measured, ShownCount>>;
  tables: readonly {
    dimension: string;
    rows: readonly { words: string; counts: Readonly<Record<Measured, ShownCount>> }[];
  }[];
}

const COLUMNS = ["from", "to", "by", "group", "figure", "all", "yes", "percent", "median"];

/** One line a group and figure; `*` where a number is too small for the reader, empty where there is none. */
export function figuresCsv({ from, to, whole, tables }: ExportedFigures): string {
  const line = (by: string, group: string, measured: Measured, count: ShownCount) => [
    ...[from, to, by, group, measured, star(count.all), star(count.yes)],
    count.percent === null ? (count.hidden ? "*" : "") : String(count.percent),
    count.median === null ? (count.hidden ? "*" : "") : String(Math.round(count.median * 10) / 10),
  ];
  return csvText(COLUMNS, [
    ...MEASURED.map((measured) => line("all", "all", measured, whole[measured])),
    ...tables.flatMap(({ dimension, rows }) =>
      rows.flatMap(({ words, counts }) =>
        MEASURED.map((measured) => line(dimension, words, measured, counts[measured])),
      ),
    ),
  ]);
}

const star = (count: number | null): string => (count === null ? "*" : String(count));
