import type { FaultLine } from "./field-view";

/** The box above a page that was not accepted; each line leads to its field. It takes the focus as the page opens. */
export function FaultSummary({ faults }: { faults: readonly FaultLine[] }) {
  if (faults.length === 0) return null;
  return (
    <div
      className="nhsuk-error-summary"
      role="alert"
      aria-labelledby="error-summary-title"
      tabIndex={-1}
      autoFocus
    >
      <h2 className="nhsuk-error-summary__title" id="error-summary-title">
        There is a problem
      </h2>
      <div className="nhsuk-error-summary__body">
        <ul className="nhsuk-list nhsuk-error-summary__list">
          {faults.map(({ id, message }) => (
            <li key={id + message}>
              <a href={`#${id}`}>{message}</a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
