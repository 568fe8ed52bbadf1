import type { UrgentAnswer } from "~/domain/perioperative/questionnaire/urgent";

/** Advice that cannot wait, before the next question. */
export function Advice({ advice, next }: { advice: readonly UrgentAnswer[]; next: string }) {
  return (
    <>
      <AdviceCards advice={advice} first="h1" />
      <a className="nhsuk-button" href={next} role="button" draggable={false}>
        I have read this. Continue
      </a>
    </>
  );
}

/** Advice on urgent answers, as cards. `first`: the level of the first heading. */
export function AdviceCards({ advice, first }: { advice: readonly UrgentAnswer[]; first: "h1" | "h2" }) {
  return (
    <>
      {advice.map(({ question, title, body, action }, at) => {
        const Heading = at === 0 ? first : "h2";
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
    </>
  );
}

/** When to call 999 and when 111, on every last page of a form that asks about symptoms. */
export function WhenToCall() {
  return (
    <>
      <p>
        <strong>Call 999 now</strong> if you have chest pain that is bad, spreads, or makes you sweaty, sick
        or short of breath. Call 999 if you cannot get your breath when you rest.
      </p>
      <p>Call 111 if you need other medical help now.</p>
    </>
  );
}
