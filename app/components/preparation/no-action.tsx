import type { ActionsPage } from "~/views/preparation/actions-page.server";

/** The screening rules that start no action of a plan, each with the reason. */
export function NoAction({ noAction }: Pick<ActionsPage, "noAction">) {
  return (
    <>
      <h2 className="nhsuk-heading-m" id="no-action">
        Rules that start no action
      </h2>
      <p className="app-measure">Every other rule starts at least one of the actions above when it holds.</p>
      <dl className="nhsuk-summary-list app-measure">
        {noAction.map(({ rules, reason }) => (
          <div className="nhsuk-summary-list__row" key={reason}>
            <dt className="nhsuk-summary-list__key">{rules.join("; ")}</dt>
            <dd className="nhsuk-summary-list__value">{reason}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
