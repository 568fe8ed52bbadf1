import { Form } from "@remix-run/react";
import { Button, Select, Textarea } from "nhsuk-react-components";
import { DataTable } from "~/components/data-table";
import { DateText, InstantText } from "~/components/date-text";
import { Figure, Figures } from "~/components/figures";
import { Notice } from "~/components/notice";
import { PageHeading } from "~/components/page-heading";
import { problemOf, ProblemSummary, type Problem } from "~/components/problem-summary";
import { Back } from "~/components/trail";
import { hoursAndMinutes, percent } from "~/domain/figure-words";
import { DEBRIEF_REASONS, debriefReason, type DebriefQuestion } from "~/facts/debrief-reasons";
import type { DebriefCase, DebriefPage } from "~/views/operating-day/debrief-page.server";
import { DayBar } from "./day-bar";
import { finishWords, progressWords } from "./standing-words";

interface DebriefViewProps {
  page: DebriefPage;
  saved: boolean;
  problems: Problem[];
}

/** How a list went against its plan, and what the team says of it. */
export function DebriefView({ page, saved, problems }: DebriefViewProps) {
  const { standing, start, end, date } = page;
  return (
    <>
      <Back to={`/sessions/${page.id}/day`}>Running list</Back>
      {saved ? <Notice success>The debrief was recorded</Notice> : null}
      <ProblemSummary problems={problems} />
      <PageHeading caption={`Debrief of list ${page.sessionId}`}>{page.theatre}</PageHeading>
      <p className="app-lead">
        <DateText date={date} />, {start} to {end}. {progressWords(standing)}. {finishWords(standing)}.
      </p>
      <DayBar bar={standing.bar} label={progressWords(standing)} />
      <DebriefFigures page={page} />
      {page.cases.length > 0 ? <PlannedAndActual cases={page.cases} /> : null}
      <h2 className="nhsuk-heading-m">What the team says</h2>
      {page.mayRecord ? <DebriefForm page={page} problems={problems} /> : <Said page={page} />}
    </>
  );
}

function DebriefFigures({ page }: { page: DebriefPage }) {
  const { lateStart, gaps, earlyFinish, overrun, touch, length, cappedUtilisation, borders } = page;
  return (
    <Figures label="The list in figures">
      <Figure
        value={percent(cappedUtilisation)}
        label="Touch time of the session"
        note={`${touch} of ${length} min, capped at the session`}
      />
      <Figure
        value={lateStart === null ? "None" : hoursAndMinutes(lateStart)}
        label="Late start"
        note={`from ${borders.lateStartMinutes} min on`}
        tone={lateStart === null ? undefined : "attention"}
      />
      <Figure
        value={gaps.length === 0 ? "None" : gaps.length}
        label={gaps.length === 1 ? "Gap" : "Gaps"}
        note={`from ${borders.gapMinutes} min beyond the turnaround on`}
        tone={gaps.length === 0 ? undefined : "attention"}
      />
      <Figure
        value={earlyFinish === null ? "None" : hoursAndMinutes(earlyFinish)}
        label="Early finish"
        note={`from ${borders.earlyFinishMinutes} min on`}
        tone={earlyFinish === null ? undefined : "attention"}
      />
      {overrun === null ? null : <Figure value={hoursAndMinutes(overrun)} label="Overrun" tone="attention" />}
    </Figures>
  );
}

function PlannedAndActual({ cases }: { cases: DebriefCase[] }) {
  return (
    <DataTable caption="Planned and actual minutes of each case" rows>
      <thead>
        <tr>
          <th scope="col">Patient</th>
          <th scope="col">Procedure</th>
          <th scope="col">Start</th>
          <th scope="col">Out</th>
          <th scope="col" className="app-number">
            Planned
          </th>
          <th scope="col" className="app-number">
            Actual
          </th>
          <th scope="col" className="app-number">
            Difference
          </th>
        </tr>
      </thead>
      <tbody>
        {cases.map(({ entry, patient, procedure, start, out, planned, actual }) => (
          <tr key={entry}>
            <th scope="row">{patient}</th>
            <td data-label="Procedure">{procedure}</td>
            <td data-label="Start">{start || "Not recorded"}</td>
            <td data-label="Out">{out || "Not recorded"}</td>
            <td data-label="Planned" className="app-number">
              {planned}
            </td>
            <td data-label="Actual" className="app-number">
              {actual ?? "Not known"}
            </td>
            <td data-label="Difference" className="app-number">
              {actual === null ? "" : differenceWords(actual - planned)}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

const differenceWords = (minutes: number) =>
  minutes === 0 ? "as planned" : `${Math.abs(minutes)} ${minutes > 0 ? "longer" : "shorter"}`;

interface ReasonProps {
  question: DebriefQuestion;
  id: string;
  label: string;
  value: string;
  problems: Problem[];
}

function Reason({ question, id, label, value, problems }: ReasonProps) {
  return (
    <Select id={id} name={id} label={label} defaultValue={value} error={problemOf(problems, id)}>
      <Select.Option value="">Choose a reason</Select.Option>
      {DEBRIEF_REASONS[question].map(({ code, words }) => (
        <Select.Option key={code} value={code}>
          {words}
        </Select.Option>
      ))}
    </Select>
  );
}

function DebriefForm({ page, problems }: Omit<DebriefViewProps, "saved">) {
  const { said, lateStart, gaps, earlyFinish } = page;
  const asked = lateStart !== null || gaps.length > 0 || earlyFinish !== null;
  return (
    <Form method="post" className="app-measure">
      {said.base > 0 ? (
        <p>
          Recorded by {said.by}, <InstantText at={new Date(said.at)} />. What you send now is kept beside it.
        </p>
      ) : null}
      <input type="hidden" name="base" value={said.base} />
      {lateStart === null ? null : (
        <Reason
          question="lateStart"
          id="lateStart"
          label={`The list began ${hoursAndMinutes(lateStart)} late. Why?`}
          value={said.lateStart}
          problems={problems}
        />
      )}
      {gaps.map(({ before, patient, minutes }, at) => (
        <Reason
          key={before}
          question="gap"
          id={`gap-${before}`}
          label={`Gap ${at + 1}: ${hoursAndMinutes(minutes)} beyond the turnaround before ${patient}. Why?`}
          value={said.gaps[before] ?? ""}
          problems={problems}
        />
      ))}
      {earlyFinish === null ? null : (
        <Reason
          question="earlyFinish"
          id="earlyFinish"
          label={`The list ended ${hoursAndMinutes(earlyFinish)} early. Why?`}
          value={said.earlyFinish}
          problems={problems}
        />
      )}
      {asked ? null : <p>The recorded times ask for no reason.</p>}
      <Textarea
        id="note"
        name="note"
        label="Note (optional)"
        hint="What went well, what to do otherwise. Nothing about a patient."
        rows={3}
        defaultValue={said.note}
        error={problemOf(problems, "note")}
      />
      <Button type="submit" preventDoubleClick>
        Record the debrief
      </Button>
    </Form>
  );
}

function Said({ page: { said, gaps } }: { page: DebriefPage }) {
  if (said.base === 0) return <p>Nothing was recorded yet.</p>;
  return (
    <ul className="nhsuk-list nhsuk-list--bullet">
      {said.lateStart ? <li>Late start: {debriefReason("lateStart", said.lateStart)}</li> : null}
      {gaps.map(({ before, patient }) => (
        <li key={before}>
          Gap before {patient}: {debriefReason("gap", said.gaps[before] ?? "") || "no reason"}
        </li>
      ))}
      {said.earlyFinish ? <li>Early finish: {debriefReason("earlyFinish", said.earlyFinish)}</li> : null}
      {said.note ? <li>{said.note}</li> : null}
      <li className="app-quiet">
        By {said.by}, <InstantText at={new Date(said.at)} />
      </li>
    </ul>
  );
}
