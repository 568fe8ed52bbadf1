import { Link } from "@remix-run/react";
import { dateText } from "~/components/date-text";
import { PageHeading } from "~/components/page-heading";
import { Back } from "~/components/trail";
import type { WhyPage } from "~/views/why.server";
import { weekPath } from "./week-path";
import { WhyPlaced } from "./why-placed";
import { WhyUnplaced } from "./why-unplaced";

/** Why one entry has its place in a plan, or has none. */
export function WhyView({ page }: { page: WhyPage }) {
  const { patient, link, hospitalNumber, procedure, placed, unplaced, week } = page;
  const question = placed ? "Why in this place" : "Why not in the plan";
  return (
    <>
      <Back to={weekPath(page)}>{`Week of ${dateText(week, "date")}`}</Back>
      <PageHeading caption={`${question}, week of ${dateText(week, "date")}`}>{patient}</PageHeading>
      <p className="app-lead">
        {[procedure, hospitalNumber].filter(Boolean).join(", ")}
        {link ? (
          <>
            {". "}
            <Link to={link}>The entry on the waiting list</Link>
          </>
        ) : null}
      </p>
      {placed ? <WhyPlaced why={placed} /> : null}
      {unplaced ? <WhyUnplaced why={unplaced} run={page.run} /> : null}
    </>
  );
}
