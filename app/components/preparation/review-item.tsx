import { problemOf } from "~/components/problem-summary";
import type { PlanItem } from "~/domain/perioperative/preparation/plan";
import type { ReviewProps } from "./review-props";

/** One action to look through: whose it is, when it is due, and whether it is left out, with the reason. */
export function ReviewItem({ item, page, typed, problems }: ReviewProps & { item: PlanItem }) {
  const { id, title, patientText, staffText, because, blocks, due, owner, quotes } = item;
  const [wrongDue, wrongWhy] = [problemOf(problems, `due-${id}`), problemOf(problems, `why-${id}`)];
  return (
    <fieldset className="nhsuk-fieldset app-plan-item">
      <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{title}</legend>
      <p>{patientText}</p>
      <p className="app-cell-note">
        {quotes ? (quotes.number === null ? "No approved text: " : "Quotes the approved text. ") : ""}
        {staffText ? `${staffText} ` : ""}
        Because: {because.join("; ")}.{blocks ? " Not ready for surgery before it is done." : ""}
      </p>
      <div className="app-plan-fields">
        <div>
          <label className="nhsuk-label" htmlFor={`owner-${id}`}>
            Whose<span className="nhsuk-u-visually-hidden">: {title}</span>
          </label>
          <select
            className="nhsuk-select"
            id={`owner-${id}`}
            name={`owner-${id}`}
            defaultValue={typed[`owner-${id}`] ?? owner}
          >
            {page.owners.map(({ value, text }) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        </div>
        <Line
          id={`due-${id}`}
          label="Due"
          spoken={title}
          value={typed[`due-${id}`] ?? due ?? ""}
          width={10}
          hint={due === null ? "Empty: when there is a date" : undefined}
          wrong={wrongDue}
        />
        <div className="nhsuk-checkboxes nhsuk-checkboxes--small">
          <div className="nhsuk-checkboxes__item">
            <input
              className="nhsuk-checkboxes__input"
              type="checkbox"
              id={`remove-${id}`}
              name={`remove-${id}`}
              value="yes"
              defaultChecked={typed[`remove-${id}`] === "yes"}
            />
            <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={`remove-${id}`}>
              Leave out<span className="nhsuk-u-visually-hidden">: {title}</span>
            </label>
          </div>
        </div>
        <Line
          id={`why-${id}`}
          label="Why it is left out"
          spoken={title}
          value={typed[`why-${id}`] ?? ""}
          width={20}
          wrong={wrongWhy}
        />
      </div>
    </fieldset>
  );
}

interface LineProps {
  id: string;
  /** The field's name where it is not its id. */
  name?: string;
  label: string;
  spoken?: string;
  value: string;
  width: 10 | 20 | 30;
  hint?: string | undefined;
  wrong: string | undefined;
}

/** A short line of text with its label, and what is wrong with it. */
export function Line({ id, name = id, label, spoken, value, width, hint, wrong }: LineProps) {
  const described = [wrong ? `${id}-error` : "", hint ? `${id}-hint` : ""].filter(Boolean).join(" ");
  return (
    <div>
      <label className="nhsuk-label" htmlFor={id}>
        {label}
        {spoken ? <span className="nhsuk-u-visually-hidden">: {spoken}</span> : null}
      </label>
      {hint ? (
        <span className="app-cell-note" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      {wrong ? (
        <span className="nhsuk-error-message" id={`${id}-error`}>
          <span className="nhsuk-u-visually-hidden">Error: </span>
          {wrong}
        </span>
      ) : null}
      <input
        className={`nhsuk-input nhsuk-input--width-${width}${wrong ? " nhsuk-input--error" : ""}`}
        id={id}
        name={name}
        defaultValue={value}
        aria-describedby={described || undefined}
        aria-invalid={wrong ? true : undefined}
      />
    </div>
  );
}
