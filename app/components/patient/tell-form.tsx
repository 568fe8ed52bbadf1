interface TellFormProps {
  kind: string;
  legend?: string;
  hint?: string;
  choices?: readonly (readonly [code: string, label: string])[];
  /** The label of a field for own words; none: there is no such field. */
  text?: string;
  /** The date that the page shows. */
  date?: string;
}

/** One thing that a patient tells, as a plain form of its own. */
export function TellForm({ kind, legend, hint, choices = [], text, date }: TellFormProps) {
  const hintId = `${kind}-hint`;
  const words = text ? (
    <div className="nhsuk-form-group">
      <label className="nhsuk-label" htmlFor={`${kind}-text`}>
        {text}
      </label>
      <textarea
        className="nhsuk-textarea"
        id={`${kind}-text`}
        name="text"
        rows={3}
        maxLength={2000}
        aria-describedby={hint && choices.length === 0 ? hintId : undefined}
      />
    </div>
  ) : null;
  return (
    <form method="post" action="/my/page">
      <input type="hidden" name="kind" value={kind} />
      {date ? <input type="hidden" name="date" value={date} /> : null}
      {choices.length > 0 ? (
        <div className="nhsuk-form-group">
          <fieldset className="nhsuk-fieldset" aria-describedby={hint ? hintId : undefined}>
            <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{legend}</legend>
            {hint ? (
              <div className="nhsuk-hint" id={hintId}>
                {hint}
              </div>
            ) : null}
            <div className="nhsuk-radios nhsuk-radios--small">
              {choices.map(([code, label]) => (
                <div className="nhsuk-radios__item" key={code}>
                  <input
                    className="nhsuk-radios__input"
                    type="radio"
                    name="code"
                    id={`${kind}-${code}`}
                    value={code}
                    required
                  />
                  <label className="nhsuk-label nhsuk-radios__label" htmlFor={`${kind}-${code}`}>
                    {label}
                  </label>
                </div>
              ))}
            </div>
          </fieldset>
        </div>
      ) : null}
      {hint && choices.length === 0 ? (
        <div className="nhsuk-hint" id={hintId}>
          {hint}
        </div>
      ) : null}
      {words}
      <button className="nhsuk-button nhsuk-button--secondary" type="submit">
        Send<span className="nhsuk-u-visually-hidden"> {SENDS[kind] ?? ""}</span>
      </button>
    </form>
  );
}

/** What each button sends, for those who hear it alone. */
const SENDS: Record<string, string> = {
  dateAnswer: "your answer about the date",
  stillWant: "whether you still want the operation",
  shortNotice: "your answer about short notice",
  datesToAvoid: "dates to avoid",
  otherProvider: "your question about another hospital",
  feedback: "what you think",
};
