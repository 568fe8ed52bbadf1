import { Link } from "@remix-run/react";
import { TextInput } from "nhsuk-react-components";
import { DataTable } from "~/components/data-table";
import { DateText } from "~/components/date-text";
import { EmptyState } from "~/components/empty-state";
import { FilterForm } from "~/components/filter-form";
import { Notice } from "~/components/notice";
import { PageHeading } from "~/components/page-heading";
import { Back } from "~/components/trail";
import { WaitText } from "~/components/wait-text";
import { counted, hoursAndMinutes, percent } from "~/domain/figure-words";
import type { StandByPage, StandByRow } from "~/views/stand-by/stand-by.server";
import { answerWords } from "./answer-words";

const DONE: Record<string, string> = {
  recorded: "The call was recorded; the patient keeps every place",
  placed: "The patient stands on the list now",
};

/** Who could come at short notice for what a list has left, the first to be called first. */
export function StandByView({ page, done }: { page: StandByPage; done: string }) {
  const { id, theatre, site, date, specialties, gap, shut, callable, resting, limits, now } = page;
  return (
    <>
      <Back to={`/sessions/${id}/day`}>Running list</Back>
      {DONE[done] ? <Notice success>{DONE[done]}</Notice> : null}
      <PageHeading caption={`Stand-by for list ${page.sessionId}`}>{theatre}</PageHeading>
      <p className="app-lead">
        {site}, <DateText date={date} />. {specialties.join(", ")}. {now ? `It is ${now}. ` : ""}
        {shut === ""
          ? `From ${gap.start} on ${hoursAndMinutes(gap.minutes)} ${gap.asked === null ? "are left" : "asked for"}.`
          : ""}
      </p>
      {shut === "past" ? <EmptyState heading="This list's day is over" /> : null}
      {shut === "closed" ? <EmptyState heading="This session is closed or not staffed" /> : null}
      {shut === "full" ? <EmptyState heading="This list holds as many cases as it may" /> : null}
      {shut === "" ? (
        <>
          <FilterForm label="Another gap" resetTo={`/sessions/${id}/stand-by`} submitText="Show who fits">
            <TextInput
              id="minutes"
              name="minutes"
              label="Minutes of the gap"
              width="3"
              inputMode="numeric"
              defaultValue={String(gap.asked ?? gap.minutes)}
            />
          </FilterForm>
          <p>
            {foodWords(page)} A patient is taken to arrive {hoursAndMinutes(limits.travel)} after the call and
            to be ready {hoursAndMinutes(limits.ready)} later.
          </p>
          <h2 className="nhsuk-heading-m">Who fits, the first to be called first</h2>
          {callable.length === 0 ? (
            <EmptyState heading="Nobody who may be called fits this gap" />
          ) : (
            <Patients rows={callable} page={page} caption="Patients who fit and may be called" />
          )}
          {resting.length > 0 ? <Resting page={page} /> : null}
          <Kept page={page} />
        </>
      ) : null}
    </>
  );
}

function foodWords({ morning }: StandByPage): string {
  return morning
    ? "A morning case: before a general or regional anaesthetic ask whether the patient has had breakfast."
    : "An afternoon case: before a general or regional anaesthetic an early light breakfast may do; ask when it was.";
}

function Patients({ rows, page, caption }: { rows: StandByRow[]; page: StandByPage; caption: string }) {
  return (
    <DataTable caption={caption} captionHidden rows>
      <thead>
        <tr>
          <th scope="col">Patient</th>
          <th scope="col">Procedure</th>
          <th scope="col">Waited</th>
          <th scope="col">Times</th>
          <th scope="col">Overrun with it</th>
          <th scope="col">Called before</th>
          <th scope="col">To do</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.entry}>
            <th scope="row">
              {row.patient.link ? <a href={row.patient.link}>{row.patient.name}</a> : row.patient.name},{" "}
              {row.patient.age}
              <span className="app-cell-note">{row.mobile}</span>
              <span className="app-cell-note">{row.notice}</span>
            </th>
            <td data-label="Procedure">
              {row.procedure}
              <span className="app-cell-note">
                {row.minutes} min, {row.anaesthetic}, {row.priority}
              </span>
            </td>
            <td data-label="Waited">
              <WaitText weeks={row.weeks} />
            </td>
            <td data-label="Times">
              call by {row.callBy}
              <span className="app-cell-note">
                ready {row.readyBy}
                {row.inTime ? "" : ", after the gap begins"}
              </span>
            </td>
            <td data-label="Overrun with it">{percent(row.overrunProbability)}</td>
            <td data-label="Called before">
              {row.calls === 0 ? "Not lately" : counted(row.calls, "day")}
              {row.calledHere.map(({ answer, at }) => (
                <span key={at} className="app-cell-note">
                  this list: {answerWords(answer).toLowerCase()}
                </span>
              ))}
            </td>
            <td data-label="To do">
              <CallLink row={row} page={page} />
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function CallLink({ row, page }: { row: StandByRow; page: StandByPage }) {
  return (
    <>
      {row.restsUntil === null ? (
        <Link to={`/sessions/${page.id}/stand-by/${row.entry}`}>
          Call<span className="nhsuk-u-visually-hidden"> {row.patient.name}</span>
        </Link>
      ) : (
        <>
          From <DateText date={row.restsUntil} style="brief" />
        </>
      )}
      {row.later ? (
        <span className="app-cell-note">
          has <DateText date={row.later.date} style="short" />: accepting moves it
        </span>
      ) : null}
      {row.bookedOn ? (
        <span className="app-cell-note">
          booked elsewhere for <DateText date={row.bookedOn} style="short" />
        </span>
      ) : null}
    </>
  );
}

function Resting({ page }: { page: StandByPage }) {
  const { resting, limits } = page;
  return (
    <section className="app-section">
      <h2 className="nhsuk-heading-m">Called often enough</h2>
      <p>
        They fit too, and were called on {counted(limits.calls, "day")} or more within {limits.days} days.
        They keep every place; they may be called again from the date shown.
      </p>
      <Patients rows={resting} page={page} caption="Patients who fit and rest from calls" />
    </section>
  );
}

function Kept({ page: { kept } }: { page: StandByPage }) {
  if (kept.length === 0) return null;
  return (
    <details className="nhsuk-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">Who comes at short notice and does not fit</span>
      </summary>
      <div className="nhsuk-details__text">
        <ul>
          {kept.map(({ why, count }) => (
            <li key={why}>
              {counted(count, "patient")}: {why}
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
