import { FaultSummary } from "./fault-summary";
import { FaultText } from "./field";

/** The agreement that ends the form, unticked beforehand. */
export function SendForm({
  action,
  missing,
  staff = false,
}: {
  action: string;
  missing: boolean;
  staff?: boolean;
}) {
  return (
    <form method="post" action={action} noValidate>
      <div className={`nhsuk-form-group${missing ? " nhsuk-form-group--error" : ""}`}>
        <fieldset className="nhsuk-fieldset" aria-describedby={missing ? "declare-error" : undefined}>
          <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--m">Send the answers</legend>
          <p>Tell us if your health or medicines change before your operation.</p>
          {missing ? <FaultText id="declare-error" message={MISSING} /> : null}
          <div className="nhsuk-checkboxes">
            <div className="nhsuk-checkboxes__item">
              <input
                className="nhsuk-checkboxes__input"
                type="checkbox"
                id="declare"
                name="declare"
                value="yes"
              />
              <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor="declare">
                {staff
                  ? "The patient says that these answers are right, as far as they know"
                  : "The answers I have given are right, as far as I know"}
              </label>
            </div>
          </div>
        </fieldset>
      </div>
      <button className="nhsuk-button" type="submit" data-prevent-double-click="true">
        Send answers
      </button>
    </form>
  );
}

const MISSING = "Select that the answers are right, or change them first";

/** What is wrong above the page when the agreement is missing. */
export const SendFaults = ({ missing }: { missing: boolean }) => (
  <FaultSummary faults={missing ? [{ id: "declare", message: MISSING }] : []} />
);
