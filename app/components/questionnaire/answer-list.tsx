import type { AnswerRow, AnswerSection } from "~/domain/perioperative/questionnaire/check-answers";

interface AnswerListProps {
  sections: readonly AnswerSection[];
  /** Where pages lie; null: nothing can be changed. */
  base: string | null;
  /** Answers to sensitive questions are covered while somebody helps; the patient opens each to check it. */
  hideSensitive: boolean;
  /** Who reads: the patient may put an answer right, staff have to ask. */
  reader: "patient" | "staff";
}

/** All answers by section, each with the way to change it. */
export function AnswerList(props: AnswerListProps) {
  return (
    <>
      <Contradictions {...props} />
      <Sections {...props} />
    </>
  );
}

/** Which answers do not fit together, before a long list of all of them. */
function Contradictions({ sections, base }: AnswerListProps) {
  const rows = sections.flatMap((section) => section.rows).filter(({ elsewhere }) => elsewhere.length > 0);
  if (rows.length === 0) return null;
  return (
    <div className="nhsuk-inset-text">
      <p>Some answers do not fit together. They are marked below:</p>
      <ul>
        {rows.map(({ question, page, text }) => (
          <li key={question}>{base ? <a href={`${base}/questions/${page}?change=1`}>{text}</a> : text}</li>
        ))}
      </ul>
    </div>
  );
}

function Sections({ sections, base, hideSensitive, reader }: AnswerListProps) {
  return sections.map(({ section, title, rows }) => (
    <section key={section} aria-labelledby={`answers-${section}`}>
      <h2 className="nhsuk-heading-m" id={`answers-${section}`}>
        {title}
      </h2>
      <dl className="nhsuk-summary-list">
        {rows.map((row) => (
          <Row
            key={row.question}
            row={row}
            base={base}
            hidden={hideSensitive && row.sensitive}
            reader={reader}
          />
        ))}
      </dl>
    </section>
  ));
}

interface RowProps extends Pick<AnswerListProps, "base" | "reader"> {
  row: AnswerRow;
  hidden: boolean;
}

function Row({ row, base, hidden, reader }: RowProps) {
  return (
    <div className="nhsuk-summary-list__row">
      <dt className="nhsuk-summary-list__key">{row.text}</dt>
      <dd className="nhsuk-summary-list__value">
        {hidden && row.words.length > 0 ? <Hidden row={row} /> : <Words row={row} />}
        <Elsewhere row={row} mine={reader === "patient"} />
      </dd>
      {base ? (
        <dd className="nhsuk-summary-list__actions">
          <a href={`${base}/questions/${row.page}?change=1`}>
            Change<span className="nhsuk-u-visually-hidden"> {row.text.toLowerCase()}</span>
          </a>
        </dd>
      ) : null}
    </div>
  );
}

/** What was said elsewhere against an answer: the patient may put it right, staff have to ask. */
function Elsewhere({ row: { elsewhere }, mine }: { row: AnswerRow; mine: boolean }) {
  if (elsewhere.length === 0) return null;
  const said = elsewhere.map((words) => `“${words}”`).join(" and ");
  return (
    <p>
      <strong>These answers do not fit together.</strong>{" "}
      {mine
        ? `On another page you chose ${said}. Change the answer that is wrong. If you are not sure, leave it. A nurse will ask you.`
        : `On another page ${said} was chosen. Ask the patient which is right: until then it counts as not known.`}
    </p>
  );
}

/** An answer that others need not see: covered until the patient opens it, so that they can check all that they send. */
function Hidden({ row }: { row: AnswerRow }) {
  return (
    <details className="nhsuk-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">
          Show your answer<span className="nhsuk-u-visually-hidden"> to {row.text.toLowerCase()}</span>
        </span>
      </summary>
      <div className="nhsuk-details__text">
        <Words row={row} />
      </div>
    </details>
  );
}

function Words({ row: { words, notSelected } }: { row: AnswerRow }) {
  return (
    <>
      {words.length === 0 ? "Not provided" : words.map((line) => <p key={line}>{line}</p>)}
      {notSelected.length > 0 ? (
        <p className="nhsuk-hint">Not selected, so no: {notSelected.join("; ")}</p>
      ) : null}
    </>
  );
}
