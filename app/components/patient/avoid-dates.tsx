import type { FaultLine } from "~/components/questionnaire/field-view";
import type { OwnPage } from "~/views/patient/own-page.server";
import { DateFields } from "./date-fields";

/** What the form of dates to avoid is made of. */
export const AVOID_FIELDS = ["from-day", "from-month", "from-year", "to-day", "to-month", "to-year", "text"];

interface AvoidDatesProps {
  avoids: OwnPage["avoids"];
  typed: Readonly<Record<string, string>>;
  fault: FaultLine | undefined;
}

/** Days on which the patient cannot come: those that we know, each to be taken back, and a form for more. */
export function AvoidDates({ avoids, typed, fault }: AvoidDatesProps) {
  const faultOf = (end: string) => (fault?.id === `${end}-day` ? fault.message : undefined);
  return (
    <>
      <h2 className="nhsuk-heading-m" id="datesToAvoid">
        Dates when you cannot come
      </h2>
      {avoids.length > 0 ? (
        <>
          <p>We will not offer you a new date on these days:</p>
          <dl className="nhsuk-summary-list">
            {avoids.map(({ value, words }) => (
              <div className="nhsuk-summary-list__row" key={value}>
                <dt className="nhsuk-summary-list__key">{words}</dt>
                <dd className="nhsuk-summary-list__actions">
                  <form method="post" action="/my/page">
                    <input type="hidden" name="kind" value="datesToAvoid" />
                    <input type="hidden" name="no-longer" value={value} />
                    <button className="app-patient-link" type="submit">
                      I can come<span className="nhsuk-u-visually-hidden"> on {words}</span>
                    </button>
                  </form>
                </dd>
              </div>
            ))}
          </dl>
        </>
      ) : (
        <p>If you have a holiday or something else you cannot miss, tell us. You keep your place.</p>
      )}
      <form method="post" action="/my/page" noValidate>
        <input type="hidden" name="kind" value="datesToAvoid" />
        <DateFields
          name="from"
          legend="First day you cannot come"
          hint="For example, 3 8 2027"
          typed={typed}
          fault={faultOf("from")}
        />
        <DateFields
          name="to"
          legend="Last day you cannot come"
          hint="Leave it empty if it is only 1 day"
          typed={typed}
          fault={faultOf("to")}
        />
        <div className="nhsuk-form-group">
          <label className="nhsuk-label" htmlFor="avoid-text">
            Why (optional)
          </label>
          <input
            className="nhsuk-input"
            id="avoid-text"
            name="text"
            type="text"
            maxLength={500}
            defaultValue={typed.text}
          />
        </div>
        <button className="nhsuk-button nhsuk-button--secondary" type="submit">
          Add these dates
        </button>
      </form>
    </>
  );
}
