import { dateText } from "~/components/date-text";
import type { OwnPage } from "~/views/patient/own-page.server";
import { WhomToCall } from "./whom-to-call";

/** That the patient's date is on a day on which they cannot come, and what to do. Nothing was changed for them. */
export function DateClash({ page: { clash, call } }: { page: OwnPage }) {
  if (clash === null) return null;
  return (
    <div className="nhsuk-warning-callout">
      <h2 className="nhsuk-warning-callout__label">
        <span role="text">
          <span className="nhsuk-u-visually-hidden">Important: </span>
          Your date is on a day you cannot come
        </span>
      </h2>
      <p>
        Your operation is on {dateText(clash.date)}. You told us you cannot come on {clash.days}. We have not
        changed your date. Tell us now what is right:
      </p>
      <ul>
        <li>
          If you can come after all, go to <a href="#datesToAvoid">dates when you cannot come</a> and select
          “I can come”.
        </li>
        <li>
          {clash.told ? (
            <>
              If you cannot come, <a href="#dateAnswer">ask for another date</a>.
            </>
          ) : (
            "If you cannot come, call us."
          )}{" "}
          You keep your place on the waiting list.
        </li>
      </ul>
      {clash.told ? null : <WhomToCall call={call} />}
    </div>
  );
}
