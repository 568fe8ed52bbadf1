import type { IsoDate } from "~/domain/calendar";
import { number } from "~/domain/figure-words";
import { capitalised, moreWords, patientsWords, type ReasonNames } from "~/domain/reason-words";
import type { TheatreSession } from "~/domain/theatre";
import type { WeekRecord } from "~/domain/week-record";
import { MINUTES_MORE, type Bottleneck } from "~/domain/plan-reasons";
import { askOf, askText, figurePath } from "./figure-ask";

/** What binds a week: its bottlenecks, and what time is worth to its sessions. */
export interface WeekReasons {
  run: string;
  bottlenecks: BottleneckRow[];
  heat: HeatTable;
}

export interface BottleneckRow {
  words: string;
  /** About what it is worth. */
  points: string;
  patients: string;
  /** Against the dearest unit, 0 to 1; null for a rule that concerns all lists, which is of another order. */
  share: number | null;
  /** The question for its true figure; null: that takes a whole new plan. */
  ask: string | null;
}

/** What half an hour more is worth by theatre and day. */
export interface HeatTable {
  days: IsoDate[];
  sites: { name: string; rows: HeatRow[] }[];
}

export interface HeatRow {
  theatre: string;
  /** By day. */
  cells: HeatCell[][];
}

export interface HeatCell {
  sessionId: string;
  start: string;
  /** Where the figure leads: what may be asked of the list, else the list itself. */
  link: string;
  points: string;
  /** For screen readers: what the figure says. */
  words: string;
  /** 0, nothing, to 4, near the dearest. */
  level: number;
}

/** What a reader of a plan's reasons may do, and how things are called. */
export interface ReasonsReader {
  names: ReasonNames;
  /** True figures may be asked for. */
  mayAsk: boolean;
}

/** What binds the plan of a run; null for a plan that an earlier version made. */
export function weekReasons(
  run: string,
  { bottlenecks, prices }: Pick<WeekRecord, "bottlenecks" | "prices">,
  sessions: readonly TheatreSession[],
  { names, mayAsk }: ReasonsReader,
): WeekReasons | null {
  if (!bottlenecks || !prices) return null;
  const units = bottlenecks.filter(({ what }) => isOfOne(what));
  const dearest = Math.max(1, ...units.map(({ points }) => points));
  return {
    run,
    bottlenecks: bottlenecks.map(({ what, points, patients }) => {
      const ask = mayAsk ? askOf(what) : null;
      return {
        words: capitalised(moreWords(what, names)),
        points: number(Number(points.toPrecision(2))),
        patients: patientsWords(patients),
        share: isOfOne(what) ? points / dearest : null,
        ask: ask && askText(ask),
      };
    }),
    heat: heatTable(prices, sessions, names, (sessionId) =>
      mayAsk ? figurePath(run, { kind: "longer", sessionId, minutes: MINUTES_MORE }) : `#list-${sessionId}`,
    ),
  };
}

const isOfOne = ({ kind }: Bottleneck["what"]): boolean => kind !== "rule" && kind !== "overrun";

const LEVELS = 4;
const numeric = new Intl.Collator("en", { numeric: true });

function heatTable(
  prices: NonNullable<WeekRecord["prices"]>,
  sessions: readonly TheatreSession[],
  names: ReasonNames,
  linkOf: (sessionId: string) => string,
): HeatTable {
  const worth = new Map(prices.map(({ sessionId, halfHour }) => [sessionId, halfHour]));
  const priced = sessions.filter(({ sessionId }) => worth.has(sessionId));
  const most = Math.max(1, ...worth.values());
  const days = [...new Set(priced.map(({ date }) => date))].sort();
  const cellOf = ({ sessionId, start }: TheatreSession): HeatCell => {
    const points = worth.get(sessionId) ?? 0;
    return {
      ...{ sessionId, start, points: number(points), link: linkOf(sessionId) },
      words: `points for half an hour more in the session from ${start}`,
      level: points <= 0 ? 0 : Math.max(1, Math.ceil((LEVELS * points) / most)),
    };
  };
  const rowsOf = (own: readonly TheatreSession[]): HeatRow[] =>
    distinct(own.map(({ theatre }) => theatre)).map((theatre) => ({
      theatre,
      cells: days.map((day) =>
        own
          .filter((one) => one.theatre === theatre && one.date === day)
          .sort((a, b) => (a.start < b.start ? -1 : 1))
          .map(cellOf),
      ),
    }));
  const sites = distinct(priced.map(({ site }) => site)).map((code) => ({
    name: names.site(code),
    rows: rowsOf(priced.filter(({ site }) => site === code)),
  }));
  return { days, sites };
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].sort(numeric.compare);
}
