import { Checkboxes, Textarea } from "nhsuk-react-components";
import { problemOf } from "~/components/problem-summary";
import { Line } from "./review-item";
import type { ReviewProps } from "./review-props";

/** Actions of the table that nothing started, and one in own words. */
export function AddActions({ page, typed, ticked, problems }: ReviewProps) {
  const own = Object.keys(typed).some((name) => name.startsWith("own-t") && typed[name] !== "");
  return (
    <section className="app-section">
      <h2 className="nhsuk-heading-m">Add</h2>
      <details className="nhsuk-details" open={ticked.length > 0}>
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">Other actions of the table</span>
        </summary>
        <div className="nhsuk-details__text">
          <Checkboxes id="add" name="add" legend="Add these" legendProps={{ size: "s" }} small>
            {page.others.map(({ id, title, staffText }) => (
              <Checkboxes.Item key={id} value={id} defaultChecked={ticked.includes(id)} hint={staffText}>
                {title}
              </Checkboxes.Item>
            ))}
          </Checkboxes>
        </div>
      </details>
      <details className="nhsuk-details" open={own}>
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">An action in your own words</span>
        </summary>
        <div className="nhsuk-details__text">
          <p>Nothing about a medicine or fasting: for these, plans quote approved texts alone.</p>
          <Line
            id="own-title"
            label="Heading"
            value={typed["own-title"] ?? ""}
            width={30}
            wrong={problemOf(problems, "own-title")}
          />
          <Textarea
            id="own-text"
            name="own-text"
            label="What the patient reads"
            rows={3}
            defaultValue={typed["own-text"] ?? ""}
            error={problemOf(problems, "own-text")}
          />
          <div className="app-plan-fields">
            <Choice
              id="own-owner"
              label="Whose"
              choices={page.owners}
              value={typed["own-owner"] ?? "patient"}
            />
            <Choice
              id="own-phase"
              label="When"
              choices={[
                { value: "before", text: "Before surgery" },
                { value: "after", text: "After surgery" },
              ]}
              value={typed["own-phase"] ?? "before"}
            />
            <Choice
              id="own-referral"
              label="Referral"
              choices={[{ value: "", text: "None" }, ...page.referrals]}
              value={typed["own-referral"] ?? ""}
            />
            <Choice
              id="own-blocks"
              label="Not ready before it is done"
              choices={[
                { value: "no", text: "No" },
                { value: "yes", text: "Yes" },
              ]}
              value={typed["own-blocks"] ?? "no"}
            />
            <Line
              id="own-due"
              label="Due"
              value={typed["own-due"] ?? ""}
              width={10}
              hint="Year, month, day, such as 2027-01-12"
              wrong={problemOf(problems, "own-due")}
            />
          </div>
        </div>
      </details>
    </section>
  );
}

interface ChoiceProps {
  id: string;
  label: string;
  choices: readonly { value: string; text: string }[];
  value: string;
}

function Choice({ id, label, choices, value }: ChoiceProps) {
  return (
    <div>
      <label className="nhsuk-label" htmlFor={id}>
        {label}
      </label>
      <select className="nhsuk-select" id={id} name={id} defaultValue={value}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.text}
          </option>
        ))}
      </select>
    </div>
  );
}
