import { FaultText } from "~/components/questionnaire/field";

/** What was sent and not taken: what is wrong with it, and what was typed. */
export interface SentBack {
  kind: string;
  field: "code" | "text";
  message: string;
  code: string;
  text: string;
}

interface TellFormProps {
  kind: string;
  /** Of whichever form was sent last. */
  sent: SentBack | null;
  legend?: string;
  hint?: string;
  choices?: readonly (readonly [code: string, label: string])[];
  /** The label of a field for own words; none: there is no such field. */
  text?: string;
  /** The date that the page shows. */
  date?: string;
}

/** One thing that a patient tells, as a plain form of its own; one that was not taken comes back as it was filled in. */
export function TellForm({ kind, legend, hint, choices = [], text, date, sent }: TellFormProps) {
  const back = sent?.kind === kind ? sent : undefined;
  const at = (field: SentBack["field"]) => (back?.field === field ? back : undefined);
  const group = (field: SentBack["field"]) =>
    `nhsuk-form-group${at(field) ? " nhsuk-form-group--error" : ""}`;
  const hintId = `${kind}-hint`;
  const hinted = hint ? (
    <div className="nhsuk-hint" id={hintId}>
      {hint}
    </div>
  ) : null;
  const error = (field: SentBack["field"]) =>
    back && at(field) ? <FaultText id={`${kind}-${field}-error`} message={back.message} /> : null;
  const described = (field: SentBack["field"], ofHint: boolean) =>
    [hint && ofHint ? hintId : "", at(field) ? `${kind}-${field}-error` : ""].filter(Boolean).join(" ") ||
    undefined;
  const few = choices.length > 0;
  return (
    <form method="post" action="/my/page" noValidate>
      <input type="hidden" name="kind" value={kind} />
      {date ? <input type="hidden" name="date" value={date} /> : null}
      {few ? (
        <div className={group("code")}>
          <fieldset className="nhsuk-fieldset" aria-describedby={described("code", true)}>
            <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{legend}</legend>
            {hinted}
            {error("code")}
            <div className="nhsuk-radios nhsuk-radios--small">
              {choices.map(([code, label]) => (
                <div className="nhsuk-radios__item" key={code}>
                  <input
                    className="nhsuk-radios__input"
                    type="radio"
                    name="code"
                    id={`${kind}-${code}`}
                    value={code}
                    defaultChecked={back?.code === code}
                  />
                  <label className="nhsuk-label nhsuk-radios__label" htmlFor={`${kind}-${code}`}>
                    {label}
                  </label>
                </div>
              ))}
            </div>
          </fieldset>
        </div>
      ) : (
        hinted
      )}
      {text ? (
        <div className={group("text")}>
          <label className="nhsuk-label" htmlFor={`${kind}-text`}>
            {text}
          </label>
          {error("text")}
          <textarea
            className={`nhsuk-textarea${at("text") ? " nhsuk-textarea--error" : ""}`}
            id={`${kind}-text`}
            name="text"
            rows={3}
            aria-describedby={described("text", !few)}
            defaultValue={back?.text}
          />
        </div>
      ) : null}
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
