import { Form, Link } from "@remix-run/react";
import { Button, Select, TextInput } from "nhsuk-react-components";
import { weekPath } from "~/components/board/week-path";
import { DataTable } from "~/components/data-table";
import { dateText } from "~/components/date-text";
import { EmptyState } from "~/components/empty-state";
import { Notice } from "~/components/notice";
import { PageHeading } from "~/components/page-heading";
import { CancerTag, PriorityTag } from "~/components/priority-tag";
import { Back } from "~/components/trail";
import { BEFORE_STAGE_TWO } from "~/components/shared-decision/decision-words";
import { WaitText } from "~/components/wait-text";
import { counted, number } from "~/domain/figure-words";
import type { GapLine, GapPage } from "~/views/gap.server";

/** Who could fill the gap of a list, most points first, who has been asked before, and what they said. */
export function GapView({ page }: { page: GapPage }) {
  const { title, where, cases, freeMinutes, locked } = page;
  return (
    <>
      <Back to={weekPath(page)}>{`Week of ${dateText(page.week, "date")}`}</Back>
      <PageHeading caption={where}>Fill the gap: {title}</PageHeading>
      <p>
        <strong>{counted(freeMinutes, "minute")} free</strong> beside {counted(cases, "case")}.{" "}
        {locked
          ? "The list is locked: whoever is placed opens it again, which takes a permission and a reason."
          : ""}
      </p>
      {page.shut === "" ? <Ranked page={page} /> : <Notice>{page.shut}</Notice>}
    </>
  );
}

function Ranked({ page }: { page: GapPage }) {
  const { fit, ask, lookedAt } = page;
  return (
    <>
      <p className="app-measure">
        Ranked by what the score would gain by the policy. {counted(lookedAt, "waiting patient")} of these
        specialties are short enough, screened and without a place; kit, bed, surgeon, readiness and notice
        were asked of each. Being called and saying no never costs a place.
      </p>
      <Candidates heading="Who fits" id="fit" empty="Nobody fits every rule." lines={fit} page={page} />
      {ask.length > 0 ? (
        <Candidates
          heading="Who would fit if they agree to short notice"
          id="ask"
          empty=""
          lines={ask}
          page={page}
        />
      ) : null}
      <p className="app-quiet">At most {number(40)} are shown of each.</p>
    </>
  );
}

interface CandidatesProps {
  heading: string;
  id: string;
  empty: string;
  lines: GapLine[];
  page: GapPage;
}

function Candidates({ heading, id, empty, lines, page }: CandidatesProps) {
  return (
    <section className="app-section" aria-labelledby={id}>
      <h2 className="nhsuk-heading-m" id={id}>
        {heading}
      </h2>
      {lines.length === 0 ? (
        <EmptyState heading={empty} />
      ) : (
        <DataTable caption={heading} captionHidden rows>
          <thead>
            <tr>
              <th scope="col">Patient</th>
              <th scope="col">Waited</th>
              <th scope="col">Procedure</th>
              <th scope="col" className="app-number">
                Points
              </th>
              <th scope="col">Would run over</th>
              <th scope="col">Asked before</th>
              <th scope="col">
                <span className="nhsuk-u-visually-hidden">What can be done</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Candidate key={line.entry} line={line} page={page} short={id === "ask"} />
            ))}
          </tbody>
        </DataTable>
      )}
    </section>
  );
}

function Candidate({ line, page, short }: { line: GapLine; page: GapPage; short: boolean }) {
  return (
    <tr>
      <th scope="row">
        {line.link ? <Link to={line.link}>{line.patient}</Link> : line.patient}{" "}
        <PriorityTag priority={line.priority} /> {line.cancer ? <CancerTag /> : null}
        {line.mobile ? <span className="app-cell-note">{line.mobile}</span> : null}
      </th>
      <td data-label="Waited">
        <WaitText weeks={line.weeks} />
      </td>
      <td data-label="Procedure">
        {line.procedure}
        <span className="app-cell-note">
          {[`${line.minutes} min`, line.stay, line.equipment, line.provisional ? "fitness not confirmed" : ""]
            .filter(Boolean)
            .join(", ")}
        </span>
        {line.beforeStageTwo ? <span className="app-case__mark">{BEFORE_STAGE_TWO}</span> : null}
      </td>
      <td className="app-number" data-label="Points">
        {line.points}
      </td>
      <td data-label="Would run over">{line.overrun}</td>
      <td data-label="Asked before">
        {line.asked.length === 0 ? "Never" : null}
        {line.asked.map((words, at) => (
          <span key={`${at}`} className={at > 0 ? "app-cell-note" : undefined}>
            {words}
          </span>
        ))}
      </td>
      <td>
        <Act line={line} page={page} short={short} />
      </td>
    </tr>
  );
}

function Act({ line, page, short }: { line: GapLine; page: GapPage; short: boolean }) {
  const { id, revision, may } = page;
  if (!may.call && !may.place) return null;
  const field = (name: string) => `${name}-${line.entry}`;
  return (
    <details className="app-gap__act app-no-print">
      <summary>
        Offer or place<span className="nhsuk-u-visually-hidden">: {line.patient}</span>
      </summary>
      <Form method="post" action={`/sessions/${id}/gap`}>
        <input type="hidden" name="entry" value={line.entry} />
        <input type="hidden" name="calls" value={line.calls} />
        <input type="hidden" name="week" value={page.week} />
        <input type="hidden" name="organisation" value={page.organisation} />
        <input type="hidden" name="baseRevision" value={revision} />
        {short ? <input type="hidden" name="shortNotice" value="yes" /> : null}
        {may.call ? (
          <Select id={field("answer")} name="answer" label="They were rung and" defaultValue="accepted">
            <Select.Option value="accepted">accepted</Select.Option>
            <Select.Option value="declined">declined</Select.Option>
            <Select.Option value="noAnswer">did not answer</Select.Option>
          </Select>
        ) : null}
        <TextInput
          id={field("note")}
          name="note"
          label="Note"
          width="20"
          autoComplete="off"
          maxLength={300}
        />
        <div className="app-buttons">
          {may.call ? (
            <Button type="submit" name="intent" value="call" secondary small preventDoubleClick>
              Record the call
            </Button>
          ) : null}
          {may.place ? (
            <Button type="submit" name="intent" value="place" small preventDoubleClick>
              Place here
            </Button>
          ) : null}
        </div>
      </Form>
    </details>
  );
}
