import { Form, Link } from "@remix-run/react";
import { Button, Radios, Textarea } from "nhsuk-react-components";
import { DateText } from "~/components/date-text";
import { PageHeading } from "~/components/page-heading";
import { problemOf, ProblemSummary, type Problem } from "~/components/problem-summary";
import { Back } from "~/components/trail";
import { percent } from "~/domain/figure-words";
import type { StandByPage, StandByRow } from "~/views/stand-by/stand-by.server";

interface CallFormProps {
  page: StandByPage;
  row: StandByRow;
  problems: Problem[];
  typed: { answer: string; note: string } | undefined;
}

/** What to tell and to ask on the telephone, and what came of it. */
export function CallForm({ page, row, problems, typed }: CallFormProps) {
  const back = `/sessions/${page.id}/stand-by`;
  return (
    <div className="app-measure">
      <Back to={back}>Who fits</Back>
      <ProblemSummary problems={problems} />
      <PageHeading caption={`Stand-by call for ${page.theatre}`}>{row.patient.name}</PageHeading>
      <p className="app-lead">{row.mobile ? `Telephone ${row.mobile}` : "No telephone number is known"}</p>
      <Script page={page} row={row} />
      <Form method="post">
        <input type="hidden" name="givesUp" value={row.later?.session ?? ""} />
        <Radios
          id="answer"
          name="answer"
          legend="What came of the call?"
          error={problemOf(problems, "answer")}
        >
          {page.mayPlace ? (
            <Radios.Item
              value="accepted"
              defaultChecked={typed?.answer === "accepted"}
              hint={acceptWords(row)}
            >
              Comes
            </Radios.Item>
          ) : null}
          <Radios.Item
            value="declined"
            defaultChecked={typed?.answer === "declined"}
            hint="Keeps every place"
          >
            Cannot or will not come
          </Radios.Item>
          <Radios.Item value="noAnswer" defaultChecked={typed?.answer === "noAnswer"}>
            No answer
          </Radios.Item>
          <Radios.Item value="notUsed" defaultChecked={typed?.answer === "notUsed"} hint="Keeps every place">
            Would come, and is not needed after all
          </Radios.Item>
        </Radios>
        {page.mayPlace ? null : (
          <p>
            If the patient comes, ask a scheduler of this site to record it: they change lists, and you do
            not.
          </p>
        )}
        <Textarea
          id="note"
          name="note"
          label="Note (optional)"
          rows={2}
          defaultValue={typed?.note ?? ""}
          error={problemOf(problems, "note")}
        />
        <div className="app-buttons">
          <Button type="submit" preventDoubleClick>
            Record the call
          </Button>
          <Link to={back}>Cancel</Link>
        </div>
      </Form>
    </div>
  );
}

function acceptWords({ later, bookedOn, overrunProbability }: StandByRow) {
  const overrun = `Stands on the list at once; the list then overruns with ${percent(overrunProbability)}.`;
  if (later)
    return (
      <>
        {overrun} The place on <DateText date={later.date} /> in {later.theatre} is given up and free for
        others.
      </>
    );
  if (bookedOn)
    return (
      <>
        {overrun} The date of <DateText date={bookedOn} /> must be cancelled in the patient administration
        system.
      </>
    );
  return overrun;
}

function Script({ page, row }: { page: StandByPage; row: StandByRow }) {
  return (
    <ul className="nhsuk-list nhsuk-list--bullet">
      <li>
        {row.procedure}, <DateText date={page.date} />, from about {page.gap.start}, {row.anaesthetic}.
      </li>
      <li>
        Come to {page.site} by <strong>{row.arrivesBy}</strong>; ready for theatre by {row.readyBy}
        {row.inTime ? "" : ", which is after the gap begins"}. Call by {row.callBy} at the latest.
      </li>
      {row.lastFood === "" ? (
        <li>Local anaesthetic: no fasting is needed.</li>
      ) : (
        <li>
          Ask when they last ate and drank: nothing to eat after <strong>{row.lastFood}</strong>, clear fluids
          until {row.lastFluids}. The anaesthetist decides.
        </li>
      )}
      <li>Ask whether anything has changed since the pre-operative assessment, and who brings them home.</li>
    </ul>
  );
}
