import type { AnswerRow, AnswerSection } from "~/domain/perioperative/questionnaire/check-answers";

interface AnswerListProps {
  sections: readonly AnswerSection[];
  /** Where pages lie; null: nothing can be changed. */
  base: string | null;
  /** Answers to sensitive questions are not read back while somebody helps. */
  hideSensitive: boolean;
}

/** All answers by section, each with the way to change it. */
export function AnswerList({ sections, base, hideSensitive }: AnswerListProps) {
  return sections.map(({ section, title, rows }) => (
    <section key={section} aria-labelledby={`answers-${section}`}>
      <h2 className="nhsuk-heading-m" id={`answers-${section}`}>
        {title}
      </h2>
      <dl className="nhsuk-summary-list">
        {rows.map((row) => (
          <Row key={row.question} row={row} base={base} hidden={hideSensitive && row.sensitive} />
        ))}
      </dl>
    </section>
  ));
}

function Row({ row, base, hidden }: { row: AnswerRow; base: string | null; hidden: boolean }) {
  return (
    <div className="nhsuk-summary-list__row">
      <dt className="nhsuk-summary-list__key">{row.text}</dt>
      <dd className="nhsuk-summary-list__value">
        {hidden && row.words.length > 0 ? "Answered. Not shown here" : <Words row={row} />}
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
