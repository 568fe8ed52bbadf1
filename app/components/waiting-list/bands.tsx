import { Link } from "@remix-run/react";
import type { WaitingListPage } from "~/views/waiting-list.server";
import { addressOf, type WaitingListQuery } from "./query";

interface BandsProps {
  query: WaitingListQuery;
  waits: WaitingListPage["waits"];
}

/** How many have waited how long, each number the way to those entries. */
export function Bands({ query, waits }: BandsProps) {
  const shown = waits.filter(({ entries, weeks }) => entries > 0 || weeks === query.weeks);
  if (shown.length === 0) return null;
  return (
    <ul className="app-bands" aria-label="Long waits">
      {shown.map(({ weeks, entries }) => (
        <li key={weeks}>
          <Link
            to={addressOf({ ...query, weeks, page: 1 })}
            aria-current={weeks === query.weeks ? "true" : undefined}
            preventScrollReset
          >
            {weeks} weeks or more
          </Link>{" "}
          <span className="app-tabular">{entries.toLocaleString("en-GB")}</span>
        </li>
      ))}
      {query.weeks === null ? null : (
        <li>
          <Link to={addressOf({ ...query, weeks: null, page: 1 })} preventScrollReset>
            Any wait
          </Link>
        </li>
      )}
    </ul>
  );
}
