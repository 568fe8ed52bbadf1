import { Form, Link } from "@remix-run/react";
import { Button, Select, Textarea } from "nhsuk-react-components";
import { DateText } from "~/components/date-text";
import { PageHeading } from "~/components/page-heading";
import { problemOf, ProblemSummary, type Problem } from "~/components/problem-summary";
import { Back } from "~/components/trail";
import type { CancelPage } from "~/views/operating-day/cancel-page.server";

const GROUPS = [
  ["hospital", "By the hospital, not clinical"],
  ["clinical", "Clinical"],
  ["patient", "By the patient"],
] as const;

const CHANNELS = [
  ["inPerson", "In person"],
  ["phone", "By phone"],
  ["text", "By text"],
  ["email", "By email"],
  ["letter", "By letter"],
] as const;

interface CancelFormProps {
  page: CancelPage;
  problems: Problem[];
  typed: { reason: string; note: string } | undefined;
}

/** Asks why a case is cancelled, and says what will follow. */
export function CancelForm({ page, problems, typed }: CancelFormProps) {
  const back = `/sessions/${page.session}/day`;
  return (
    <div className="app-measure">
      <Back to={back}>Running list</Back>
      <ProblemSummary problems={problems} />
      <PageHeading caption={`${page.theatre}, ${page.site}`}>Cancel {page.patient}?</PageHeading>
      <p>
        {page.procedure}, <DateText date={page.date} />, planned start {page.start}, admission{" "}
        {page.admission}.
      </p>
      <Consequences page={page} />
      <Form method="post">
        <Select
          id="reason"
          name="reason"
          label="Why is the case cancelled?"
          defaultValue={typed?.reason ?? ""}
          error={problemOf(problems, "reason")}
        >
          <Select.Option value="">Choose a reason</Select.Option>
          {GROUPS.map(([group, label]) => (
            <optgroup key={group} label={label}>
              {page.reasons
                .filter((reason) => reason.group === group)
                .map(({ code, words }) => (
                  <Select.Option key={code} value={code}>
                    {words}
                  </Select.Option>
                ))}
            </optgroup>
          ))}
        </Select>
        {page.told ? (
          <Select
            id="channel"
            name="channel"
            label="How does the patient hear of it?"
            hint="They were told this date. It is recorded that it no longer stands."
            defaultValue={page.isToday ? "inPerson" : "phone"}
          >
            {CHANNELS.map(([code, words]) => (
              <Select.Option key={code} value={code}>
                {words}
              </Select.Option>
            ))}
          </Select>
        ) : null}
        <Textarea
          id="note"
          name="note"
          label="Note (optional)"
          hint="What helps to give the patient a new date. No more about the patient than is needed."
          rows={3}
          defaultValue={typed?.note ?? ""}
          error={problemOf(problems, "note")}
        />
        <div className="app-buttons">
          <Button type="submit" warning preventDoubleClick>
            Cancel this case
          </Button>
          <Link to={back}>Keep it on the list</Link>
        </div>
      </Form>
    </div>
  );
}

function Consequences({ page: { offerBy, reofferDays, published } }: { page: CancelPage }) {
  return (
    <ul className="nhsuk-list nhsuk-list--bullet">
      <li>The case loses its place at once, also on a list that is published or locked.</li>
      {published ? (
        <li>
          The list is published as version {published}. A new version says what changed, and its readers are
          asked to confirm it again.
        </li>
      ) : null}
      {offerBy ? (
        <li>
          This is last-minute. For a reason of the hospital that is not clinical the patient is owed a new
          date by{" "}
          <strong>
            <DateText date={offerBy} style="date" />
          </strong>{" "}
          ({reofferDays} days), which the planner counts as a target.
        </li>
      ) : (
        <li>This is not last-minute, so no date by which a new one is owed begins to run.</li>
      )}
      <li>For a clinical reason the patient waits to be assessed again before another date is planned.</li>
    </ul>
  );
}
