import { Link } from "@remix-run/react";
import { DateText, instantText } from "~/components/date-text";
import type { EntryPage } from "~/views/entry.server";
import { Facts } from "./facts";
import { ReadinessText } from "./readiness-text";

/** What pre-operative assessment says, who said it, and the way to decide anew. */
export function ReadinessCard({ page }: { page: EntryPage }) {
  const { readiness, decided, entry, today, siteNames } = page;
  const hubs = readiness.hubSuitable;
  const action = page.mayDecide ? (
    <Link to={`/waiting-list/${page.id}/readiness`}>
      Decide<span className="nhsuk-u-visually-hidden"> on readiness</span>
    </Link>
  ) : null;
  return (
    <Facts
      heading="Readiness"
      action={action}
      facts={[
        ["Screening", <ReadinessText readiness={readiness} today={today} />],
        [
          "Suits a hub",
          hubs === true
            ? "Every hub"
            : hubs.length > 0
              ? hubs.map((code) => siteNames[code] ?? code).join(", ")
              : "No hub",
        ],
        ["Screened on", entry.screeningDate ? <DateText date={entry.screeningDate} style="date" /> : ""],
        [
          "Decided by",
          decided
            ? `${decided.by}, ${instantText(new Date(decided.at))}: ${decided.reason}`
            : "Nobody in Hublist: the file's word counts",
        ],
      ]}
    />
  );
}
