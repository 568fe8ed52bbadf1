import { DateText } from "~/components/date-text";
import type { EntryPage } from "~/views/entry.server";
import { ClockLine, type ClockMark } from "./clock-line";

/** The RTT clock: when it started, what it has passed and what is next, as a line and in words. */
export function ClockCard({ page }: { page: EntryPage }) {
  const { clock, today, goneOn } = page;
  return (
    <section className="app-section" aria-labelledby="clock">
      <h2 className="nhsuk-heading-s" id="clock">
        Clock: {clock.weeks === 1 ? "1 week" : `${clock.weeks} weeks`} {goneOn ? "when it went" : "today"}
      </h2>
      <ClockLine clockStart={clock.start} today={goneOn ?? today} weeks={clock.weeks} marks={marksOf(page)} />
      <ul className="app-milestones">
        <li>
          Clock started <DateText date={clock.start} style="date" />
        </li>
        {clock.milestones.map(({ weeks, date, passed }) => (
          <li key={weeks} className={passed ? "app-milestone--passed" : undefined}>
            {weeks} weeks {passed ? "passed" : "reached"} on <DateText date={date} style="date" />
          </li>
        ))}
      </ul>
    </section>
  );
}

function marksOf({ targets, place, entry }: EntryPage): ClockMark[] {
  const target = targets[0];
  const surgery = entry.tciDate ?? place?.date;
  return [
    ...(target ? [{ label: "Target", date: target.date }] : []),
    ...(surgery ? [{ label: "Surgery", date: surgery }] : []),
  ];
}
