import { Form, Link } from "@remix-run/react";
import { Button } from "nhsuk-react-components";
import { whatIfPath } from "~/components/board/week-path";
import { dateText, InstantText } from "~/components/date-text";
import { Figure, Figures } from "~/components/figures";
import { Notice } from "~/components/notice";
import { PageHeading } from "~/components/page-heading";
import { Back } from "~/components/trail";
import { counted } from "~/domain/figure-words";
import type { WhatIfFigures, WhatIfPage } from "~/views/what-ifs.server";

/** One what-if: what is otherwise, what came of it, and what can be done with it. */
export function WhatIfView({ page }: { page: WhatIfPage }) {
  const { shown, week } = page;
  return (
    <>
      <Back to={whatIfPath(page)}>{`What-ifs of the week of ${dateText(week, "date")}`}</Back>
      <PageHeading caption={`What if, week of ${dateText(week, "date")}`}>{shown.name}</PageHeading>
      {shown.closed ? <Notice>This what-if is closed. Its plan stays as it was.</Notice> : null}
      <ul className="app-what-if__changes">
        {shown.changes.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <p className="app-quiet">
        Made by {shown.madeBy} on <InstantText at={new Date(shown.madeAt)} />.
        {shown.behind > 0
          ? ` The live week has been changed ${counted(shown.behind, "time")} since: plan it again to compare like with like.`
          : ""}
      </p>
      {shown.run ? (
        <p>
          <strong>{shown.run.words}.</strong>{" "}
          {shown.run.open ? <Link to={`/runs/${shown.run.id}`}>Watch it</Link> : null}
        </p>
      ) : null}
      {shown.plan ? <Plan page={page} plan={shown.plan} /> : null}
      {page.mayPlan && !shown.closed ? <Buttons page={page} /> : null}
    </>
  );
}

function Plan({ page, plan }: { page: WhatIfPage; plan: WhatIfFigures }) {
  const { shown, week, organisation, hasProposal } = page;
  const compare = (left: string) =>
    `/weeks/${week}/difference?${new URLSearchParams({ organisation, left, right: shown.id })}`;
  return (
    <>
      <Figures label="Figures of its plan">
        <Figure value={plan.cases} label="cases" />
        <Figure value={plan.touch} label="touch utilisation" />
        <Figure value={plan.dayCases} label="day cases" />
        <Figure value={plan.urgent} label="urgent and due" />
        <Figure value={plan.longWaits} label="waiting 52 weeks or more" />
        <Figure value={plan.score} label="points" note={`at most ${plan.gap} below the best possible`} />
      </Figures>
      <ul className="app-what-if__changes">
        {hasProposal ? (
          <li>
            <Link to={compare("proposal")}>Compare with the last plan of the live week</Link>
          </li>
        ) : null}
        <li>
          <Link to={compare("live")}>Compare with the week as it stands</Link>
        </li>
        <li>
          <Link to={`/runs/${plan.run}/unplaced`}>Who is in no list of it</Link>
        </li>
      </ul>
      <p className="app-measure">
        A what-if is never accepted. If it is what you want, change the sessions, resources or policy of the
        live week by hand, and plan the week again.
      </p>
    </>
  );
}

function Buttons({ page: { shown, week, organisation } }: { page: WhatIfPage }) {
  const more = `/weeks/${week}/what-if/new?${new URLSearchParams({ organisation, from: shown.id })}`;
  return (
    <div className="app-buttons app-no-print">
      <Form method="post">
        <Button type="submit" name="intent" value="plan" secondary preventDoubleClick>
          {shown.plan ? "Plan it again" : "Plan it"}
        </Button>
      </Form>
      <Link to={more}>Another what-if from this one</Link>
      <Link to={`/scenarios/${shown.id}/close`}>Close it</Link>
    </div>
  );
}
