import { surgeryWords } from "./surgery-words";
import { LATE_WORDS } from "./late-words";
import type { OwnItem, OwnPlan } from "~/views/preparation/patient-plan.server";

/** The patient's own plan: what to do, who helps, by when; each to be ticked off, or to ask help with. */
export function OwnPlanView({ plan }: { plan: OwnPlan }) {
  const of = (when: OwnItem["when"]) => plan.items.filter((item) => item.when === when);
  const mine = plan.items.filter((item) => item.mine);
  const done = mine.filter((item) => item.done).length;
  return (
    <>
      <p className="nhsuk-lede-text">This plan helps you to get ready for: {plan.operation}.</p>
      <p>
        {surgeryWords(plan.surgery)}{" "}
        {mine.length > 0 ? `You have done ${done} of your ${mine.length} actions.` : null}
      </p>
      <h2 className="nhsuk-heading-m">Before your operation</h2>
      {of("before").map((item) => (
        <Item key={item.id} item={item} />
      ))}
      {of("late").length > 0 ? (
        <>
          <h2 className="nhsuk-heading-m">Due after your operation date</h2>
          <p>{LATE_WORDS}</p>
        </>
      ) : null}
      {of("late").map((item) => (
        <Item key={item.id} item={item} />
      ))}
      {of("after").length > 0 ? <h2 className="nhsuk-heading-m">After your operation</h2> : null}
      {of("after").map((item) => (
        <Item key={item.id} item={item} />
      ))}
    </>
  );
}

function Item({ item }: { item: OwnItem }) {
  const { id, title, text, who, due, mine, done, helpAsked } = item;
  const spoken = <span className="nhsuk-u-visually-hidden">: {title}</span>;
  return (
    <section className={`app-plan-own${done ? " app-plan-own--done" : ""}`} id={`item-${id}`}>
      <h3 className="nhsuk-heading-s">
        {title}
        {done ? (
          <>
            {" "}
            <strong className="nhsuk-tag nhsuk-tag--green">Done</strong>
          </>
        ) : null}
      </h3>
      {text.split(/\n+/).map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p className="nhsuk-body-s">
        <strong>Who:</strong> {who}. <strong>When:</strong> {due.charAt(0).toLowerCase() + due.slice(1)}.
      </p>
      {helpAsked ? <p>You asked for help with this. Someone will call you.</p> : null}
      <div className="app-plan-own__forms">
        {mine ? (
          <form method="post" action="/my/plan">
            <input type="hidden" name="item" value={id} />
            <input type="hidden" name="does" value={done ? "open" : "done"} />
            <button
              className={`nhsuk-button${done ? " nhsuk-button--secondary" : ""} nhsuk-button--small`}
              type="submit"
            >
              {done ? "I have not done this" : "I have done this"}
              {spoken}
            </button>
          </form>
        ) : null}
        {done ? null : (
          <details className="nhsuk-details">
            <summary className="nhsuk-details__summary">
              <span className="nhsuk-details__summary-text">I need help with this{spoken}</span>
            </summary>
            <form method="post" action="/my/plan" className="nhsuk-details__text">
              <input type="hidden" name="item" value={id} />
              <input type="hidden" name="does" value="help" />
              <div className="nhsuk-form-group">
                <label className="nhsuk-label" htmlFor={`help-${id}`}>
                  What would help? (optional)
                </label>
                <textarea className="nhsuk-textarea" id={`help-${id}`} name="text" rows={2} maxLength={500} />
              </div>
              <button className="nhsuk-button nhsuk-button--secondary nhsuk-button--small" type="submit">
                Ask for help{spoken}
              </button>
            </form>
          </details>
        )}
      </div>
    </section>
  );
}
