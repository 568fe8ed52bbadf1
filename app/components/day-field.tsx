import { DateInput } from "nhsuk-react-components";
import type { IsoDate } from "~/domain/calendar";

interface DayFieldProps {
  name: string;
  legend: string;
  hint?: string;
  /** What was typed when the form was not accepted, by field. */
  typed: Readonly<Record<string, readonly string[]>> | undefined;
  /** What stands there before anything was typed. */
  given?: IsoDate | null;
  error: string | undefined;
}

/** A day by its three numbers, `NAME-day`, `NAME-month` and `NAME-year`, in a form of staff. */
export function DayField({ name, legend, hint, typed, given = null, error }: DayFieldProps) {
  const part = (of: string, from: number, to: number) =>
    typed?.[`${name}-${of}`]?.[0] ?? (given ? String(Number(given.slice(from, to))) : "");
  return (
    <DateInput
      id={name}
      name={name}
      legend={legend}
      legendProps={{ size: "s" }}
      hint={hint ?? "For example 30 11 2026"}
      error={error}
    >
      <DateInput.Day name={`${name}-day`} defaultValue={part("day", 8, 10)} />
      <DateInput.Month name={`${name}-month`} defaultValue={part("month", 5, 7)} />
      <DateInput.Year name={`${name}-year`} defaultValue={part("year", 0, 4)} />
    </DateInput>
  );
}
