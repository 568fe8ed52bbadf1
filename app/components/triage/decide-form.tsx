import { Form, Link } from "@remix-run/react";
import { Button, Checkboxes, Radios, Textarea, TextInput } from "nhsuk-react-components";
import { problemOf, type Problem } from "~/components/problem-summary";
import { SEEN_BY } from "~/domain/perioperative/decision";
import type { CardPage, Deciding } from "~/views/triage/card.server";
import { againstWords, SEEN_WORDS } from "./triage-words";

/** What was typed into the form, by field; hubs as a list. */
export interface DecisionTyped {
  screening: string;
  seen: string;
  fitFrom: string;
  fitUntil: string;
  reason: string;
  hubs: string[];
}

interface DecideProps {
  page: CardPage;
  deciding: Deciding;
}

const hidden = ({ base, assessment }: Deciding) => (
  <>
    <input type="hidden" name="base" value={base} />
    <input type="hidden" name="assessment" value={assessment} />
  </>
);

/** One button for a patient whom the rules suggest as low risk; what the patient wrote has to be read first. */
export function ConfirmLowRisk({ page, deciding }: DecideProps) {
  const hubs = deciding.hubs.filter(({ suggested }) => suggested);
  return (
    <Form method="post" action={`/triage/${page.id}/decide`} className="app-triage-confirm">
      {hidden(deciding)}
      <input type="hidden" name="screening" value="fit" />
      <input type="hidden" name="seen" value="read" />
      {hubs.map(({ code }) => (
        <input key={code} type="hidden" name="hub" value={code} />
      ))}
      <p>
        Confirms: fit for {deciding.validDays} days;{" "}
        {hubs.length > 0 ? `suits ${hubs.map(({ name }) => name).join(", ")}` : "no hub"}.
      </p>
      <div className="app-buttons">
        <Button type="submit" preventDoubleClick>
          Confirm fit
        </Button>
        <Link to={`/triage/${page.id}/decide`}>Decide otherwise</Link>
      </div>
    </Form>
  );
}

/** The whole decision on the card itself, folded; what does not pass is shown again on its own page. */
export function DecideHere({ page, deciding }: DecideProps) {
  return (
    <details className="nhsuk-details app-no-print" id="decide-form">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">Decide</span>
      </summary>
      <div className="nhsuk-details__text">
        <DecideForm page={page} deciding={deciding} typed={undefined} problems={undefined} />
      </div>
    </details>
  );
}

interface FormProps extends DecideProps {
  typed: DecisionTyped | undefined;
  problems: Problem[] | undefined;
}

/** The whole decision: outcome, how the patient was seen, days, hubs, and why. */
export function DecideForm({ page, deciding, typed, problems }: FormProps) {
  const siteName = (code: string) => deciding.hubs.find((hub) => hub.code === code)?.name ?? code;
  const ticked = typed?.hubs ?? deciding.hubs.filter(({ suggested }) => suggested).map(({ code }) => code);
  return (
    <Form method="post" action={`/triage/${page.id}/decide`} noValidate>
      {hidden(deciding)}
      <Radios
        id="screening"
        name="screening"
        legend="What do you decide?"
        legendProps={{ size: "s" }}
        error={problemOf(problems, "screening")}
        small
      >
        <Radios.Item value="fit" defaultChecked={typed?.screening === "fit"}>
          Fit
        </Radios.Item>
        <Radios.Item value="optimising" defaultChecked={typed?.screening === "optimising"}>
          To be made ready first
        </Radios.Item>
        <Radios.Item value="unfit" defaultChecked={typed?.screening === "unfit"}>
          Unfit
        </Radios.Item>
      </Radios>
      <Radios
        id="seen"
        name="seen"
        legend="How have you seen the patient?"
        legendProps={{ size: "s" }}
        error={problemOf(problems, "seen")}
        small
      >
        {SEEN_BY.map((seen) => (
          <Radios.Item key={seen} value={seen} defaultChecked={typed?.seen === seen}>
            {SEEN_WORDS[seen]}
          </Radios.Item>
        ))}
      </Radios>
      <TextInput
        id="fitFrom"
        name="fitFrom"
        label="Fit from (needed while being made ready)"
        hint="Year, month, day, such as 2027-01-12"
        width="10"
        defaultValue={typed?.fitFrom ?? ""}
        error={problemOf(problems, "fitFrom")}
      />
      <TextInput
        id="fitUntil"
        name="fitUntil"
        label={`Fit until (at most ${deciding.validDays} days from today)`}
        width="10"
        defaultValue={typed?.fitUntil ?? deciding.fitUntil}
        error={problemOf(problems, "fitUntil")}
      />
      {deciding.hubs.length > 0 ? (
        <Checkboxes id="hub" name="hub" legend="Hubs that suit" legendProps={{ size: "s" }} small>
          {deciding.hubs.map(({ code, name, suggested }) => (
            <Checkboxes.Item key={code} value={code} defaultChecked={ticked.includes(code)}>
              {name}
              {suggested ? ", as suggested" : ""}
            </Checkboxes.Item>
          ))}
        </Checkboxes>
      ) : null}
      <ReadBox page={page} problems={problems} />
      {deciding.against.length > 0 ? (
        <div className="nhsuk-inset-text">
          <p>
            Fit on the answers alone would go against the rules.{" "}
            {deciding.mayOverride
              ? "Then a reason is needed."
              : "A clinician may override them, with a reason."}
          </p>
          <ul>
            {deciding.against.map((one) => (
              <li key={againstWords(one, siteName)}>{againstWords(one, siteName)}</li>
            ))}
          </ul>
        </div>
      ) : null}
      <Textarea
        id="reason"
        name="reason"
        label="Why? (needed unless it confirms what the rules suggest)"
        labelProps={{ size: "s" }}
        rows={3}
        defaultValue={typed?.reason ?? ""}
        error={problemOf(problems, "reason")}
      />
      <div className="app-buttons">
        <Button type="submit" preventDoubleClick>
          Record the decision
        </Button>
        <Link to={`/triage/${page.id}`}>Cancel</Link>
      </div>
    </Form>
  );
}

function ReadBox({ page: { toRead }, problems }: { page: CardPage; problems: Problem[] | undefined }) {
  if (toRead.length === 0) return null;
  return (
    <Checkboxes
      id="read"
      name="read"
      legend="What the patient wrote"
      legendProps={{ size: "s" }}
      hint={toRead.map(({ text }) => text).join(" / ")}
      error={problemOf(problems, "read")}
      small
    >
      <Checkboxes.Item value="yes">I have read it</Checkboxes.Item>
    </Checkboxes>
  );
}
