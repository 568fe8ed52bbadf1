import { Link } from "@remix-run/react";
import { dateText } from "~/components/date-text";
import type { IsoDate } from "~/domain/calendar";

interface WeekLinksProps {
  previous: IsoDate;
  next: IsoDate;
  /** Address of the same page for another week. */
  hrefOf: (week: IsoDate) => string;
}

/** The week before and the week after. */
export function WeekLinks({ previous, next, hrefOf }: WeekLinksProps) {
  return (
    <nav className="app-week-links" aria-label="Weeks">
      <Link to={hrefOf(previous)} rel="prev">
        <span aria-hidden="true">← </span>Week of {dateText(previous, "date")}
      </Link>
      <Link to={hrefOf(next)} rel="next">
        Week of {dateText(next, "date")}
        <span aria-hidden="true"> →</span>
      </Link>
    </nav>
  );
}
