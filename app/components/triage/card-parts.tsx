import { Link } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import { DateText, InstantText } from "~/components/date-text";
import type { CardPage } from "~/views/triage/card.server";

/** What staff measured, what counts first. */
export function MeasuresPart({ page: { id, measures, mayMeasure } }: { page: CardPage }) {
  return (
    <section className="app-section" id="measures">
      <h2 className="nhsuk-heading-s">Measured by staff</h2>
      {measures.length === 0 ? (
        <p>Nothing was measured yet.</p>
      ) : (
        <DataTable caption="Measures" captionHidden rows>
          <thead>
            <tr>
              <th scope="col">Measure</th>
              <th scope="col">Value</th>
              <th scope="col">On</th>
              <th scope="col">By</th>
            </tr>
          </thead>
          <tbody>
            {measures.map(({ words, unit, value, takenOn, by, counts }, at) => (
              <tr key={at}>
                <th scope="row">{words}</th>
                <td data-label="Value">
                  {value} {unit}
                  {counts ? null : <span className="app-cell-note">no longer counts</span>}
                </td>
                <td data-label="On">
                  <DateText date={takenOn} style="brief" />
                </td>
                <td data-label="By">{by}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
      {mayMeasure ? (
        <p>
          <Link to={`/triage/${id}/measures`}>Enter measures</Link>
        </p>
      ) : null}
    </section>
  );
}

/** What was to be done, and what became of it. */
export function TasksPart({ page: { tasks } }: { page: CardPage }) {
  if (tasks.length === 0) return null;
  return (
    <section className="app-section" id="tasks">
      <h2 className="nhsuk-heading-s">Tasks</h2>
      <ul>
        {tasks.map(({ id, words, urgent, at, ended }) => (
          <li key={id}>
            {urgent && ended === null ? <strong>Urgent: </strong> : null}
            {words}, since <InstantText at={new Date(at)} />.{" "}
            {ended ?? <Link to={`/triage/tasks/${id}`}>End this task</Link>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** List-order flags that follow from the answers; from a decision on they order lists and are printed on them. */
export function ListOrderPart({ page: { listOrder } }: { page: CardPage }) {
  if (listOrder.length === 0) return null;
  return (
    <section className="app-section">
      <h2 className="nhsuk-heading-s">Order of the list</h2>
      <ul>
        {listOrder.map(({ words, counts }) => (
          <li key={words}>
            {words}: {counts ? "counts in the order of lists" : "counts from your decision on"}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Assessments and decisions, the latest first. */
export function HistoryPart({ page: { history } }: { page: CardPage }) {
  if (history.length === 0) return null;
  return (
    <section className="app-section" id="history">
      <h2 className="nhsuk-heading-s">History</h2>
      <details className="nhsuk-details">
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">Assessments and decisions ({history.length})</span>
        </summary>
        <ul className="nhsuk-details__text">
          {history.map(({ at, words }, index) => (
            <li key={index}>
              <InstantText at={new Date(at)} />: {words}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
