import { DateFields } from "~/components/patient/date-fields";
import { Act } from "./act";

/** What was typed about days to avoid and not taken. */
export interface AvoidSent {
  field: "from" | "to";
  message: string;
  typed: Readonly<Record<string, string>>;
}

interface AvoidCardProps {
  avoids: readonly { value: string; words: string }[];
  listed: boolean;
  sent: AvoidSent | null;
}

/** Days on which the patient cannot come, as they told staff or a check-in: what is noted here is what plans pass over. */
export function AvoidCard({ avoids, listed, sent }: AvoidCardProps) {
  const faultOf = (end: AvoidSent["field"]) => (sent?.field === end ? sent.message : undefined);
  return (
    <section className="app-card">
      <h2 className="nhsuk-heading-s">Dates when the patient cannot come</h2>
      <p>
        Plans pass over the days noted here and those of the waiting-list file. Words alone reach no plan.
      </p>
      {avoids.length === 0 ? <p>None noted.</p> : null}
      <ul className="nhsuk-list">
        {avoids.map(({ value, words }) => (
          <li key={value}>
            {words}{" "}
            <Act does="avoidNoLonger" values={{ range: value }} about={words}>
              Take back
            </Act>
          </li>
        ))}
      </ul>
      {listed ? (
        <form method="post" noValidate>
          <input type="hidden" name="does" value="avoid" />
          <DateFields
            name="from"
            legend="First day they cannot come"
            hint="For example, 3 8 2027"
            typed={sent?.typed ?? {}}
            fault={faultOf("from")}
          />
          <DateFields
            name="to"
            legend="Last day they cannot come"
            hint="Leave it empty if it is only 1 day"
            typed={sent?.typed ?? {}}
            fault={faultOf("to")}
          />
          <button className="nhsuk-button nhsuk-button--secondary nhsuk-button--small" type="submit">
            Note these dates
          </button>
        </form>
      ) : null}
    </section>
  );
}
