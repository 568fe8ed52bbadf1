import { Link } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import { DateText, InstantText } from "~/components/date-text";
import type { CardPage } from "~/views/triage/card.server";

/** All answers, with what changed since the time before. */
export function AnswersPart({ page: { answers, answered } }: { page: CardPage }) {
  return (
    <section className="app-section" id="answers">
      <h2 className="nhsuk-heading-s">Answers</h2>
      {answered ? (
        <p>
          {answered.words}, on <InstantText at={new Date(answered.at)} />.{" "}
          {answered.before ? (
            <>
              What changed since <InstantText at={new Date(answered.before)} /> is marked.
            </>
          ) : (
            "There are no earlier answers."
          )}
        </p>
      ) : (
        <p>No answers have come in yet.</p>
      )}
      {answers.map(({ title, lines }) => (
        <DataTable key={title} caption={title} rows>
          <thead className="nhsuk-u-visually-hidden">
            <tr>
              <th scope="col">Question</th>
              <th scope="col">Answer</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ id, question, answer, was }) => (
              <tr key={id}>
                <th scope="row">{question}</th>
                <td data-label="Answer">
                  {answer}
                  {was === null ? null : (
                    <span className="app-cell-note">
                      <strong>Changed.</strong> Was: {was}
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      ))}
    </section>
  );
}

/** What staff measured, what counts first. */
export function MeasuresPart({ page: { id, measures, mayMeasure } }: { page: CardPage }) {
  return (
    <section className="app-section">
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
    <section className="app-section">
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

/** List-order flags that follow from the answers: who keeps them is the patient administration system. */
export function ListOrderPart({ page: { listOrder } }: { page: CardPage }) {
  if (listOrder.length === 0) return null;
  return (
    <section className="app-section">
      <h2 className="nhsuk-heading-s">Order of the list</h2>
      <ul>
        {listOrder.map(({ flag, inFile }) => (
          <li key={flag}>
            {flag}:{" "}
            {inFile ? "the waiting-list file has it" : "the waiting-list file lacks it; enter it there"}
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
    <section className="app-section">
      <h2 className="nhsuk-heading-s">History</h2>
      <ul>
        {history.map(({ at, words }, index) => (
          <li key={index}>
            <InstantText at={new Date(at)} />: {words}
          </li>
        ))}
      </ul>
    </section>
  );
}
