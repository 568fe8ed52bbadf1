import type { ReactNode } from "react";
import type { FieldView } from "./field-view";

interface FieldShellProps {
  field: FieldView;
  heading: boolean;
  children: ReactNode;
}

/** The fieldset of a question with several fields: legend, hint, what is wrong. */
export function FieldShell({ field, heading, children }: FieldShellProps) {
  const { name, legend, fault } = field;
  const described = [field.hint || field.why ? `${name}-hint` : "", fault ? `${name}-error` : ""];
  return (
    <div className={`nhsuk-form-group${fault ? " nhsuk-form-group--error" : ""}`}>
      <fieldset
        className="nhsuk-fieldset"
        aria-describedby={described.filter(Boolean).join(" ") || undefined}
      >
        <legend className={`nhsuk-fieldset__legend nhsuk-fieldset__legend--${heading ? "l" : "s"}`}>
          {heading ? <h1 className="nhsuk-fieldset__heading">{legend}</h1> : legend}
        </legend>
        <Hint field={field} />
        {fault ? (
          <span className="nhsuk-error-message" id={`${name}-error`}>
            <span className="nhsuk-u-visually-hidden">Error:</span> {fault.message}
          </span>
        ) : null}
        {children}
      </fieldset>
    </div>
  );
}

/** Help with a question, and why it is asked. */
export function Hint({ field: { name, hint, why } }: { field: FieldView }) {
  if (!hint && !why) return null;
  return (
    <div className="nhsuk-hint" id={`${name}-hint`}>
      {hint ? <div>{hint}</div> : null}
      {why ? <div>Why we ask: {why}</div> : null}
    </div>
  );
}
