import { FaultText } from "~/components/questionnaire/field";

interface DateFieldsProps {
  /** The names of the fields begin with it: `from` makes `from-day`. */
  name: string;
  legend: string;
  hint: string;
  typed: Readonly<Record<string, string>>;
  fault: string | undefined;
}

const PARTS = [
  ["day", "Day", 2],
  ["month", "Month", 2],
  ["year", "Year", 4],
] as const;

/** A date in three fields. */
export function DateFields({ name, legend, hint, typed, fault }: DateFieldsProps) {
  const described = fault ? `${name}-hint ${name}-error` : `${name}-hint`;
  return (
    <div className={`nhsuk-form-group${fault ? " nhsuk-form-group--error" : ""}`}>
      <fieldset className="nhsuk-fieldset" aria-describedby={described} role="group">
        <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{legend}</legend>
        <div className="nhsuk-hint" id={`${name}-hint`}>
          {hint}
        </div>
        {fault ? <FaultText id={`${name}-error`} message={fault} /> : null}
        <div className="nhsuk-date-input">
          {PARTS.map(([part, label, width]) => {
            const field = `${name}-${part}`;
            return (
              <div className="nhsuk-date-input__item" key={part}>
                <label className="nhsuk-label nhsuk-date-input__label" htmlFor={field}>
                  {label}
                </label>
                <input
                  className={`nhsuk-input nhsuk-date-input__input nhsuk-input--width-${width}${fault ? " nhsuk-input--error" : ""}`}
                  id={field}
                  name={field}
                  type="text"
                  inputMode="numeric"
                  defaultValue={typed[field]}
                />
              </div>
            );
          })}
        </div>
      </fieldset>
    </div>
  );
}
