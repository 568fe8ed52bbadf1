import { scaleLinear } from "d3-scale";
import { dateText } from "~/components/date-text";
import { dayNumber, type IsoDate } from "~/domain/calendar";
import { BREACH_WEEKS } from "~/domain/rtt-clock";

export interface ClockMark {
  label: string;
  date: IsoDate;
}

interface ClockLineProps {
  clockStart: IsoDate;
  today: IsoDate;
  /** Whole weeks waited today. */
  weeks: number;
  /** Target, date of surgery: drawn below the line where they fall on it. */
  marks: ClockMark[];
}

/** The line goes on at least to this milestone, so that a short wait looks short. */
const LEAST_WEEKS = 52;
/** Weeks of empty line after the last milestone shown. */
const TAIL_WEEKS = 6;

/** Weeks that the line spans: to the milestone after today's, and to every mark. */
export function weeksShown(weeks: number, furthestMark: number): number {
  const reached = Math.max(weeks, furthestMark, LEAST_WEEKS - 1);
  const next = BREACH_WEEKS.find((milestone) => milestone > reached) ?? reached;
  return next + TAIL_WEEKS;
}

/**
 * The wait as a line from the clock start, with the milestones that it has passed and those ahead. Positions are
 * percentages, so that the line fits a phone and its words keep their size.
 */
export function ClockLine({ clockStart, today, weeks, marks }: ClockLineProps) {
  const weekOf = (date: IsoDate) => (dayNumber(date) - dayNumber(clockStart)) / 7;
  const shown = marks.filter(({ date }) => date >= clockStart);
  const end = weeksShown(weeks, Math.max(0, ...shown.map(({ date }) => weekOf(date))));
  const at = scaleLinear().domain([0, end]).range([1, 99]).clamp(true);
  const x = (week: number) => `${at(week).toFixed(2)}%`;
  return (
    <svg className="app-clock" width="100%" height="96" role="img" aria-label={spoken(weeks, marks)}>
      <line className="app-clock__ahead" x1={x(0)} x2={x(end)} y1="48" y2="48" />
      <line className="app-clock__waited" x1={x(0)} x2={x(weekOf(today))} y1="48" y2="48" />
      {BREACH_WEEKS.filter((milestone) => milestone <= end).map((milestone) => (
        <Milestone key={milestone} weeks={milestone} x={x(milestone)} passed={weeks >= milestone} />
      ))}
      {shown.map(({ label, date }) => (
        <Mark key={label} label={label} week={weekOf(date)} x={x(weekOf(date))} end={end} />
      ))}
      <circle className="app-clock__today" cx={x(weekOf(today))} cy="48" r="8" />
    </svg>
  );
}

function Milestone({ weeks, x, passed }: { weeks: number; x: string; passed: boolean }) {
  return (
    <g className={passed ? "app-clock__passed" : undefined}>
      <line className="app-clock__tick" x1={x} x2={x} y1="34" y2="62" />
      <text className="app-clock__weeks" x={x} y="24" textAnchor="middle">
        {weeks}
      </text>
    </g>
  );
}

function Mark({ label, week, x, end }: { label: string; week: number; x: string; end: number }) {
  const anchor = week > end * 0.8 ? "end" : week < end * 0.2 ? "start" : "middle";
  return (
    <g>
      <line className="app-clock__mark" x1={x} x2={x} y1="48" y2="72" />
      <text className="app-clock__label" x={x} y="88" textAnchor={anchor}>
        {label}
      </text>
    </g>
  );
}

function spoken(weeks: number, marks: ClockMark[]): string {
  const words = marks.map(({ label, date }) => `${label} ${dateText(date, "date")}`);
  return [`${weeks} weeks waited since the clock start`, ...words].join("; ");
}
