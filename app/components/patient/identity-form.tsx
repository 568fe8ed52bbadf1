import { FaultSummary } from "~/components/questionnaire/fault-summary";
import { FaultText } from "~/components/questionnaire/field";
import type { FaultLine } from "~/components/questionnaire/field-view";

/** What was typed into the identity form; never what is held. */
export interface IdentityTyped {
  who: string;
  day: string;
  month: string;
  year: string;
}

interface IdentityFormProps {
  action: string;
  typed: IdentityTyped;
  faults: readonly FaultLine[];
}

const WHO = [
  ["patient", "I am the patient"],
  ["helped", "I am the patient, and someone is helping me"],
  ["carer", "I am a carer or trusted person, answering for the patient"],
] as const;

/** Who is there: who answers, and two facts about the patient. Opening it uses nothing up. */
export function IdentityForm({ action, typed, faults }: IdentityFormProps) {
  const fault = (id: string) => faults.find((line) => line.id === id);
  return (
    <>
      <FaultSummary faults={faults} />
      <h1 className="nhsuk-heading-l">Check who you are</h1>
      <p>We need to know it is you before we show anything about your care. You do not need an account.</p>
      <form method="post" action={action} noValidate>
        <Who who={typed.who} message={fault("who")?.message} />
        <BirthDate typed={typed} message={fault("day")?.message} />
        <Other message={fault("other")?.message} />
        <button className="nhsuk-button" type="submit">
          Continue
        </button>
      </form>
    </>
  );
}

const group = (message?: string) => `nhsuk-form-group${message ? " nhsuk-form-group--error" : ""}`;

function Who({ who, message }: { who: string; message?: string }) {
  return (
    <div className={group(message)}>
      <fieldset className="nhsuk-fieldset" aria-describedby={message ? "who-error" : undefined}>
        <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--m">
          Who is filling in this form?
        </legend>
        {message ? <FaultText id="who-error" message={message} /> : null}
        <div className="nhsuk-radios">
          {WHO.map(([code, label], at) => (
            <div className="nhsuk-radios__item" key={code}>
              <input
                className="nhsuk-radios__input"
                type="radio"
                name="who"
                id={at === 0 ? "who" : `who-${code}`}
                value={code}
                defaultChecked={who === code}
              />
              <label className="nhsuk-label nhsuk-radios__label" htmlFor={at === 0 ? "who" : `who-${code}`}>
                {label}
              </label>
            </div>
          ))}
        </div>
      </fieldset>
    </div>
  );
}

const PARTS = [
  ["day", "Day", 2],
  ["month", "Month", 2],
  ["year", "Year", 4],
] as const;

function BirthDate({ typed, message }: { typed: IdentityTyped; message?: string }) {
  const described = message ? "birth-hint birth-error" : "birth-hint";
  return (
    <div className={group(message)}>
      <fieldset className="nhsuk-fieldset" aria-describedby={described} role="group">
        <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--m">
          The patient's date of birth
        </legend>
        <div className="nhsuk-hint" id="birth-hint">
          For example, 15 3 1984
        </div>
        {message ? <FaultText id="birth-error" message={message} /> : null}
        <div className="nhsuk-date-input">
          {PARTS.map(([name, label, width]) => (
            <div className="nhsuk-date-input__item" key={name}>
              <label className="nhsuk-label nhsuk-date-input__label" htmlFor={name}>
                {label}
              </label>
              <input
                className={`nhsuk-input nhsuk-date-input__input nhsuk-input--width-${width}${message ? " nhsuk-input--error" : ""}`}
                id={name}
                name={name}
                type="text"
                inputMode="numeric"
                autoComplete={`bday-${name}`}
                defaultValue={typed[name]}
              />
            </div>
          ))}
        </div>
      </fieldset>
    </div>
  );
}

function Other({ message }: { message?: string }) {
  return (
    <div className={group(message)}>
      <label className="nhsuk-label nhsuk-label--m" htmlFor="other">
        One more thing about the patient
      </label>
      <div className="nhsuk-hint" id="other-hint">
        Their postcode, their hospital number, or the last 4 numbers of their NHS number
      </div>
      {message ? <FaultText id="other-error" message={message} /> : null}
      <input
        className={`nhsuk-input nhsuk-input--width-10${message ? " nhsuk-input--error" : ""}`}
        id="other"
        name="other"
        type="text"
        autoComplete="off"
        spellCheck={false}
        aria-describedby={message ? "other-hint other-error" : "other-hint"}
      />
    </div>
  );
}
