import { DateText } from "~/components/date-text";
import { Figure, Figures } from "~/components/figures";
import { hoursAndMinutes, percent } from "~/domain/figure-words";
import type { RunningListPage } from "~/views/operating-day/running-list.server";
import { DayBar } from "./day-bar";
import { finishWords, overrunWords, progressWords } from "./standing-words";

/** Which list this is. */
export function ListName({ page }: { page: RunningListPage }) {
  const { site, date, start, end, specialties, surgeons } = page;
  return (
    <p className="app-lead">
      {site}, <DateText date={date} />, {start} to {end}. {specialties.join(", ")},{" "}
      {surgeons.join(", ") || "no named surgeon"}.
    </p>
  );
}

/** How far the list has come, and what is expected of it. */
export function ListFigures({ page }: { page: RunningListPage }) {
  const { standing, now, actuals, length, end } = page;
  const overrun = overrunWords(standing);
  const likely = standing.overrunProbability > 0.5;
  return (
    <>
      <DayBar bar={standing.bar} label={`${progressWords(standing)}. ${finishWords(standing)}`} />
      <Figures label="Where the list stands">
        {standing.day === "today" ? <Figure value={now} label="Now" note={`session ends ${end}`} /> : null}
        <Figure
          value={`${standing.done} of ${standing.cases}`}
          label="cases done"
          note={standing.running > 0 ? `${standing.running} in theatre` : undefined}
        />
        {standing.finish ? (
          <Figure
            value={standing.finish}
            label={standing.over || standing.day === "past" ? "Last case out" : "Expected finish"}
            note={
              standing.over || standing.day === "past" ? undefined : `nine in ten by ${standing.lateFinish}`
            }
          />
        ) : null}
        {overrun ? (
          <Figure
            value={standing.over ? overrun : percent(standing.overrunProbability)}
            label={standing.over ? `against ${end}` : "Overrun"}
            note={standing.over ? undefined : overrun.split(", ")[1]}
            tone={likely ? "attention" : undefined}
          />
        ) : null}
        {standing.lateStart === null ? null : (
          <Figure value={hoursAndMinutes(standing.lateStart)} label="Late start" tone="attention" />
        )}
        {standing.done > 0 ? (
          <Figure
            value={percent(actuals.cappedUtilisation)}
            label="Touch time so far, of the session"
            note={`${actuals.touch} of ${length} min, capped at the session`}
          />
        ) : null}
      </Figures>
    </>
  );
}
