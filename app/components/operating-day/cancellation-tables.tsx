import { DataTable } from "~/components/data-table";
import { DateText } from "~/components/date-text";
import { EmptyState } from "~/components/empty-state";
import { counted } from "~/domain/figure-words";
import type { OwedRow, ReasonCount, TriageRow } from "~/views/operating-day/cancellations.server";

/** Who is owed a date by when, the late ones first. */
export function OwedTable({ owed }: { owed: OwedRow[] }) {
  if (owed.length === 0)
    return (
      <EmptyState heading="Nobody is owed a new date">
        <p>
          A last-minute cancellation by the hospital for a reason that is not clinical puts a patient here.
        </p>
      </EmptyState>
    );
  return (
    <DataTable caption="Patients who are owed a new date, the most urgent first" rows>
      <thead>
        <tr>
          <th scope="col">Patient</th>
          <th scope="col">Procedure</th>
          <th scope="col">Cancelled</th>
          <th scope="col">Owed by</th>
          <th scope="col">Has a date</th>
          <th scope="col">To do</th>
        </tr>
      </thead>
      <tbody>
        {owed.map((row) => (
          <tr key={row.entry}>
            <th scope="row">
              <a href={`/waiting-list/${row.entry}`}>{row.name}</a>
            </th>
            <td data-label="Procedure">
              {row.procedure}
              <span className="app-cell-note">{row.specialty}</span>
            </td>
            <td data-label="Cancelled">
              <DateText date={row.cancelledOn} style="brief" />
              <span className="app-cell-note">{row.reason}</span>
            </td>
            <td data-label="Owed by">
              <strong>
                <DateText date={row.promisedBy} style="brief" />
              </strong>
              <span className="app-cell-note">{leftWords(row.daysLeft)}</span>
            </td>
            <td data-label="Has a date">
              {row.placedOn ? <DateText date={row.placedOn} style="brief" /> : "None"}
            </td>
            <td data-label="To do">
              {row.state === "inTime" ? (
                STATES[row.state]
              ) : (
                <a href={`/waiting-list/${row.entry}/places`}>
                  {STATES[row.state]}
                  <span className="nhsuk-u-visually-hidden"> for {row.name}</span>
                </a>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

const STATES: Record<OwedRow["state"], string> = {
  late: "Past the date: offer one now, or treatment elsewhere",
  dateTooLate: "The date is too late: find an earlier one",
  noDate: "Find a date",
  inTime: "Nothing: the date is in time",
};

function leftWords(days: number): string {
  if (days === 0) return "today";
  return days > 0 ? `${counted(days, "day")} left` : `${counted(-days, "day")} late`;
}

/** Who was cancelled for a clinical reason and waits for a decision on fitness. */
export function TriageTable({ triage, mayDecide }: { triage: TriageRow[]; mayDecide: boolean }) {
  if (triage.length === 0)
    return <EmptyState heading="Nobody waits to be assessed again after a cancellation" />;
  return (
    <>
      <p>No plan takes these patients until somebody who confirms fitness has decided on them again.</p>
      <DataTable caption="Patients who were cancelled for a clinical reason" captionHidden rows>
        <thead>
          <tr>
            <th scope="col">Patient</th>
            <th scope="col">Procedure</th>
            <th scope="col">Cancelled</th>
            <th scope="col">Why</th>
            <th scope="col">To do</th>
          </tr>
        </thead>
        <tbody>
          {triage.map((row) => (
            <tr key={row.entry}>
              <th scope="row">
                <a href={`/waiting-list/${row.entry}`}>{row.name}</a>
              </th>
              <td data-label="Procedure">{row.procedure}</td>
              <td data-label="Cancelled">
                <DateText date={row.cancelledOn} style="brief" />
                <span className="app-cell-note">by {row.by}</span>
              </td>
              <td data-label="Why">
                {row.reason}
                {row.note ? <span className="app-cell-note">{row.note}</span> : null}
              </td>
              <td data-label="To do">
                {mayDecide ? (
                  <a href={`/waiting-list/${row.entry}/readiness`}>
                    Decide on readiness<span className="nhsuk-u-visually-hidden"> of {row.name}</span>
                  </a>
                ) : (
                  "Pre-assessment nurses decide"
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </>
  );
}

/** How often each reason was given. */
export function ReasonsTable({ reasons }: { reasons: ReasonCount[] }) {
  if (reasons.length === 0) return <EmptyState heading="No case was cancelled" />;
  return (
    <DataTable caption="Reasons of cancellations, the most frequent first" captionHidden rows>
      <thead>
        <tr>
          <th scope="col">Reason</th>
          <th scope="col">Whose</th>
          <th scope="col">Avoidable</th>
          <th scope="col" className="app-number">
            Cases
          </th>
          <th scope="col" className="app-number">
            Last-minute
          </th>
        </tr>
      </thead>
      <tbody>
        {reasons.map(({ code, words, kind, avoidable, count, lastMinute, status }) => (
          <tr key={code}>
            <th scope="row">{words}</th>
            <td data-label="Whose">
              {kind}
              <span className="app-cell-note">source: {status}</span>
            </td>
            <td data-label="Avoidable">{avoidable}</td>
            <td data-label="Cases" className="app-number">
              {count}
            </td>
            <td data-label="Last-minute" className="app-number">
              {lastMinute}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
