import { DataTable } from "~/components/data-table";
import { InstantText } from "~/components/date-text";
import type { AnswerGroup, AnswerLine } from "~/views/triage/answer-lines";
import type { CardPage } from "~/views/triage/card.server";

/**
 * The answers: those that stand out first, all of them one click away. `open`: shown at once, as where a nurse confirms
 * what the rules suggest after reading them.
 */
export function AnswersPart({ page: { answers, answered }, open }: { page: CardPage; open: boolean }) {
  return (
    <section className="app-section" id="answers">
      <h2 className="nhsuk-heading-s">Answers</h2>
      {answered ? (
        <>
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
          <StandOut answers={answers} />
          <details className="nhsuk-details" open={open}>
            <summary className="nhsuk-details__summary">
              <span className="nhsuk-details__summary-text">All answers</span>
            </summary>
            <div className="app-triage-answers">
              {answers.map(({ title, lines }) => (
                <AnswerTable key={title} caption={title} lines={lines} />
              ))}
            </div>
          </details>
        </>
      ) : (
        <p>No answers have come in yet.</p>
      )}
    </section>
  );
}

function StandOut({ answers }: { answers: AnswerGroup[] }) {
  const lines = answers.flatMap((group) => group.lines.filter(({ standsOut }) => standsOut));
  if (lines.length === 0) return <p>No answer stands out: every health question was answered plainly.</p>;
  return <AnswerTable caption="Answers that stand out" lines={lines} />;
}

function AnswerTable({ caption, lines }: { caption: string; lines: AnswerLine[] }) {
  return (
    <DataTable caption={caption}>
      <thead className="nhsuk-u-visually-hidden">
        <tr>
          <th scope="col">Question</th>
          <th scope="col">Answer</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ id, question, answer, was, elsewhere }) => (
          <tr key={id}>
            <th scope="row">{question}</th>
            <td>
              {answer}
              {elsewhere.length > 0 ? (
                <span className="app-cell-note">
                  <strong>Contradicts.</strong> On another page chosen: {elsewhere.join("; ")}. Counts as not
                  known.
                </span>
              ) : null}
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
  );
}
