import { Form } from "@remix-run/react";
import { Button, TextInput } from "nhsuk-react-components";
import type { ListPage } from "~/views/list-page.server";

type Step = keyof ListPage["steps"];

const BUTTONS: Record<Step, string> = {
  signOff: "Sign off this list",
  withdraw: "Withdraw the sign-off",
  lock: "Lock this list",
  unlock: "Unlock this list",
  publish: "Publish this list",
};

/** The steps in the order in which a list goes on; a later one hides what undoes an earlier one. */
const ORDER: Step[] = ["signOff", "publish", "lock", "withdraw", "unlock"];

/** The state line of a list: signed off, patients told, locked, published. */
export function ListState({ page }: { page: ListPage }) {
  return (
    <section className="app-section" aria-labelledby="state">
      <h2 className="nhsuk-heading-s" id="state">
        Where this list stands
      </h2>
      <ul className="app-states">
        {page.lines.map(({ label, done, words, warning }) => (
          <li key={label} className={done ? "app-state app-state--done" : "app-state"}>
            <strong className="app-state__label">
              <span aria-hidden="true">{done ? "✓ " : "○ "}</span>
              {label}
              <span className="nhsuk-u-visually-hidden">{done ? ": yes" : ": not yet"}</span>
            </strong>
            <span className="app-state__words">{words || "Not yet"}</span>
            {warning ? <strong className="app-state__warning">{warning}</strong> : null}
          </li>
        ))}
      </ul>
      <Steps page={page} />
    </section>
  );
}

function Steps({ page }: { page: ListPage }) {
  const offered = ORDER.filter((step) => page.steps[step] && page.cannot[step] === undefined);
  if (offered.length === 0) return null;
  return (
    <div className="app-steps app-no-print">
      {offered.map((step) => (
        <StepForm key={step} step={step} page={page} />
      ))}
    </div>
  );
}

function StepForm({ step, page }: { step: Step; page: ListPage }) {
  const again = step === "publish" && page.differs !== null;
  const needsReason = step === "withdraw" || step === "unlock" || again;
  return (
    <details className="nhsuk-details app-steps__step">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">
          {again ? `Publish version ${page.differs!.version + 1}` : BUTTONS[step]}
        </span>
      </summary>
      <Form method="post" className="nhsuk-details__text">
        <Stand stand={page.stand} />
        <input type="hidden" name="intent" value={step} />
        <Means step={step} page={page} />
        {step === "signOff" ? (
          <TextInput
            id="onBehalfOf"
            name="onBehalfOf"
            label="On behalf of"
            hint="Only if somebody else decided, such as the surgeon who said so on the phone"
            width="20"
          />
        ) : null}
        <TextInput
          id={`reason-${step}`}
          name="reason"
          label={needsReason ? "Why?" : "Note (may be left empty)"}
          width="20"
          required={needsReason}
        />
        <Button type="submit" preventDoubleClick secondary={step === "withdraw" || step === "unlock"}>
          {BUTTONS[step]}
        </Button>
      </Form>
    </details>
  );
}

/** What the form was decided on. */
export function Stand({ stand }: { stand: ListPage["stand"] }) {
  return (
    <>
      <input type="hidden" name="last" value={stand.last} />
      <input type="hidden" name="revision" value={stand.revision} />
      <input type="hidden" name="order" value={stand.order} />
    </>
  );
}

function Means({ step, page }: { step: Step; page: ListPage }) {
  if (step !== "publish" || page.leftOut.length === 0) return null;
  return (
    <p>
      <strong>Not confirmed fit, so not published:</strong> {page.leftOut.join("; ")}.
    </p>
  );
}
