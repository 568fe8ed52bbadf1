import type { UrgentAnswer } from "~/domain/perioperative/questionnaire/urgent";

/** Advice that cannot wait, before the next question. */
export function Advice({ advice, next }: { advice: readonly UrgentAnswer[]; next: string }) {
  return (
    <>
      {advice.map(({ question, title, body, action }, at) => {
        const Heading = at === 0 ? "h1" : "h2";
        return (
          <div
            key={question}
            className={`nhsuk-card nhsuk-card--care nhsuk-card--care--${action === "interrupt" ? "emergency" : "urgent"}`}
          >
            <div className="nhsuk-card__heading-container">
              <Heading className="nhsuk-card__heading">
                <span role="text">
                  <span className="nhsuk-u-visually-hidden">
                    {action === "interrupt" ? "Immediate action required: " : "Urgent advice: "}
                  </span>
                  {title}
                </span>
              </Heading>
              <span className="nhsuk-card--care__arrow" aria-hidden="true" />
            </div>
            <div className="nhsuk-card__content">
              <p>{body}</p>
            </div>
          </div>
        );
      })}
      <a className="nhsuk-button" href={next} role="button" draggable={false}>
        I have read this. Continue
      </a>
    </>
  );
}
