import { Link } from "@remix-run/react";
import { dateText } from "~/components/date-text";
import { EmptyState } from "~/components/empty-state";
import { PageHeading } from "~/components/page-heading";
import type { ShownPlan } from "~/views/week-shown.server";
import type { WeekPage } from "~/views/week.server";
import { PlanComparison } from "./plan-comparison";
import { PlanDownloads } from "./plan-downloads";
import { SolveForm } from "./solve-form";
import { UnplacedReasons } from "./unplaced-reasons";
import { WeekBoard } from "./week-board";
import { WeekBottlenecks } from "./week-bottlenecks";
import { GonePlaced, WeekDifference } from "./week-difference";
import { WeekFilter } from "./week-filter";
import { WeekLinks } from "./week-links";
import { differencePath, weekPath, whatIfPath } from "./week-path";
import { WeekState } from "./week-state";
import { WeekSummary } from "./week-summary";

/** The whole page of a week: where it stands, what can be done, the plan and what stands behind it. */
export function WeekView({ page }: { page: WeekPage }) {
  const { head, shown } = page;
  const { week, organisation } = head;
  const title = shown === null ? "" : shown.kind === "proposal" ? "Proposal" : "Accepted week";
  return (
    <>
      <PageHeading
        caption={title || "The week"}
        actions={
          <>
            {head.may.change ? (
              <Link to={`/weeks/${week}/change?${new URLSearchParams({ organisation })}`}>
                Change by hand
              </Link>
            ) : null}
            <Link to={`/sessions?week=${week}`}>Sessions of this week</Link>
          </>
        }
      >
        Week of {dateText(week, "date")}
      </PageHeading>
      <WeekLinks
        previous={head.previous}
        next={head.next}
        hrefOf={(monday) => weekPath({ week: monday, organisation })}
      />
      <div className="app-week__top">
        {head.sessions === 0 ? <NoSessions /> : <WeekState head={head} />}
        {head.sessions > 0 && !head.openRun ? <Solve page={page} /> : null}
      </div>
      {head.sessions > 0 ? (
        <p className="app-no-print app-quiet">
          <Link to={whatIfPath({ week, organisation })}>What if</Link>: the week without a theatre, a surgeon
          or beds, with a list more, or by another policy.
        </p>
      ) : null}
      {shown ? <Shown page={page} shown={shown} /> : null}
    </>
  );
}

function NoSessions() {
  return (
    <EmptyState heading="No theatre session in this week">
      <p>
        A week needs sessions before it can be planned. They come from the master theatre schedule, under
        6-4-2, or in a file from the theatre system, under Import.
      </p>
    </EmptyState>
  );
}

function Solve({ page: { head } }: { page: WeekPage }) {
  if (head.cannotSolve) return <p className="app-measure">{head.cannotSolve}</p>;
  if (!head.may.solve) return null;
  if (head.bookable === 0) return <p>No session of this week takes cases, so there is nothing to plan.</p>;
  const accepted = head.accepted !== "";
  return <SolveForm head={{ ...head, accepted, again: accepted || head.proposal !== null }} />;
}

function Shown({ page, shown }: { page: WeekPage; shown: ShownPlan }) {
  const { head, filter, choices, cases } = page;
  const show: Record<string, string> = shown.kind === "accepted" && head.proposal ? { show: "accepted" } : {};
  const scale = {
    touchTarget: shown.touchTarget,
    overrunProbabilityMax: shown.overrunProbabilityMax,
    casesOpen: cases === "shown",
  };
  return (
    <>
      <GonePlaced gone={shown.gone} />
      {shown.summary ? <WeekSummary summary={shown.summary} closing={shown.closing} /> : null}
      {shown.difference ? <WeekDifference difference={shown.difference} to={differencePath(head)} /> : null}
      <section aria-labelledby="lists">
        <h2 className="nhsuk-heading-m" id="lists">
          The lists
        </h2>
        <WeekFilter
          label="Narrow the lists down"
          choices={choices}
          filter={filter}
          resetTo={weekPath(head, show)}
          keep={{ organisation: head.organisation, ...show, ...(cases === "folded" ? { cases } : {}) }}
        />
        <Density page={page} show={show} />
        {shown.kind === "accepted" ? <Papers head={head} /> : null}
        {shown.board.sites.length === 0 ? <p>No session of this week is what you asked for.</p> : null}
        <WeekBoard board={shown.board} scale={scale} />
      </section>
      {shown.reasons ? <WeekBottlenecks reasons={shown.reasons} /> : null}
      {shown.comparison ? <PlanComparison comparison={shown.comparison} /> : null}
      {shown.unplaced ? <Unplaced unplaced={shown.unplaced} /> : null}
      {head.downloads ? <PlanDownloads downloads={head.downloads} /> : null}
    </>
  );
}

/** The papers of an accepted week. */
function Papers({ head: { week, organisation } }: { head: WeekPage["head"] }) {
  const query = `?organisation=${encodeURIComponent(organisation)}`;
  return (
    <p className="app-no-print">
      On paper: <Link to={`/weeks/${week}/tci${query}`}>TCI list</Link>,{" "}
      <Link to={`/weeks/${week}/transport${query}`}>transport list</Link>,{" "}
      <Link to={`/weeks/${week}/letters${query}`}>letters to patients</Link>. Its dates in the other system:{" "}
      <Link to={`/pas${query}`}>changes for the PAS</Link>.
    </p>
  );
}

function Density({ page: { head, filter, cases }, show }: { page: WeekPage; show: Record<string, string> }) {
  const kept = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ""));
  const other: Record<string, string> = cases === "shown" ? { cases: "folded" } : {};
  return (
    <p className="app-no-print">
      <Link to={weekPath(head, { ...show, ...kept, ...other })} preventScrollReset>
        {cases === "shown" ? "Fold the cases away" : "Show all cases"}
      </Link>
    </p>
  );
}

function Unplaced({ unplaced }: { unplaced: NonNullable<ShownPlan["unplaced"]> }) {
  const hrefOf = (reason: string) => `/runs/${unplaced.run}/unplaced?reason=${reason}`;
  return (
    <section className="app-section" aria-labelledby="unplaced">
      <h2 className="nhsuk-heading-m" id="unplaced">
        In no list
      </h2>
      <UnplacedReasons sentence={unplaced.sentence} bars={unplaced.bars} hrefOf={hrefOf} />
      <p>
        <Link to={`/runs/${unplaced.run}/unplaced`}>All of them, with the reason of each</Link>
      </p>
    </section>
  );
}
