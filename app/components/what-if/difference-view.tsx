import { Form, Link } from "@remix-run/react";
import { Button } from "nhsuk-react-components";
import { weekPath, whatIfPath } from "~/components/board/week-path";
import { dateText } from "~/components/date-text";
import { FilterForm } from "~/components/filter-form";
import { PageHeading } from "~/components/page-heading";
import { Back } from "~/components/trail";
import { counted } from "~/domain/figure-words";
import type { DifferencePage } from "~/views/difference.server";
import { Changes, Told } from "./changes";
import { Groups } from "./groups";
import { SideLines } from "./side-lines";
import { SideSelect } from "./side-select";

/** Two plans of a week side by side: who is told, figures, what binds, who wins and loses, and everybody by name. */
export function DifferenceView({ page }: { page: DifferencePage }) {
  const { week, organisation, left, right, same } = page;
  const title = `Week of ${dateText(week, "date")}`;
  return (
    <>
      <Back to={weekPath({ week, organisation })}>{title}</Back>
      <PageHeading caption={title} actions={<Link to={whatIfPath(page)}>What-ifs of this week</Link>}>
        {left.name}, and {lowerFirst(right.name)}
      </PageHeading>
      <FilterForm label="Which two plans" resetTo={`/weeks/${week}/difference`} submitText="Compare">
        <input type="hidden" name="organisation" value={organisation} />
        <SideSelect name="left" label="From" choices={page.choices} value={left.key} />
        <SideSelect name="right" label="To" choices={page.choices} value={right.key} />
      </FilterForm>
      <Told told={page.told} />
      <p className="app-lead">
        {counted(page.placed.lines.length + page.placed.more, "patient")} placed,{" "}
        {counted(page.moved.lines.length + page.moved.more, "patient")} moved,{" "}
        {counted(page.dropped.lines.length + page.dropped.more, "patient")} without their place;{" "}
        {counted(same, "patient")} the same.
      </p>
      {page.accept ? <Accept page={page} accept={page.accept} /> : null}
      {page.hasWhatIf ? <WhatIfWords /> : null}
      <SideLines page={page} />
      <Groups page={page} />
      <Changes heading="Who loses their place" id="dropped" part={page.dropped} />
      <Changes heading="Who moves" id="moved" part={page.moved} />
      <Changes heading="Who is placed" id="placed" part={page.placed} />
    </>
  );
}

function lowerFirst(name: string): string {
  return /^The\b/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

function Accept({ page, accept }: { page: DifferencePage; accept: NonNullable<DifferencePage["accept"]> }) {
  return (
    <Form method="post" action={`/weeks/${page.week}/accept`} className="app-no-print">
      <input type="hidden" name="organisation" value={page.organisation} />
      <input type="hidden" name="run" value={accept.run} />
      <input type="hidden" name="baseRevision" value={accept.revision} />
      <Button type="submit" preventDoubleClick>
        Accept the proposal
      </Button>
    </Form>
  );
}

function WhatIfWords() {
  return (
    <p className="app-measure app-quiet">
      A what-if is never accepted. To do the same in the live week, change its sessions, resources or policy
      by hand, and plan the week again.
    </p>
  );
}
