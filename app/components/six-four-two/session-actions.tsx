import { Form } from "@remix-run/react";
import { Button, TextInput, Textarea } from "nhsuk-react-components";
import type { ReactNode } from "react";
import { problemOf, type Problem } from "~/components/problem-summary";
import type { SessionPage } from "~/views/session-page.server";
import { StaffButtons } from "./staff-buttons";
import { STEP_WORDS } from "./words";

/** What a person typed into the form that was refused. */
export interface Typed {
  step: string;
  reason: string;
  surgeons: string;
  treatmentFunctions: string;
}

interface ActionsProps {
  page: SessionPage;
  typed?: Typed;
  problems?: Problem[];
}

/** What can be done with the session; each step is a plain form of its own. */
export function SessionActions({ page, typed, problems }: ActionsProps) {
  const { standing } = page;
  const isOpen = standing.status === "open" || standing.status === "locked";
  const step = (name: string, words: string, hint: string, children?: ReactNode) => (
    <Step
      key={name}
      {...{ name, words, hint, base: standing.base }}
      typed={typed?.step === name ? typed : undefined}
      problems={typed?.step === name ? problems : undefined}
    >
      {children}
    </Step>
  );
  return (
    <>
      {isOpen ? (
        <section aria-labelledby="staffing">
          <h3 className="nhsuk-heading-s" id="staffing">
            Who is there?
          </h3>
          <StaffButtons session={standing} back={`/sessions/${standing.id}`} />
        </section>
      ) : null}
      {standing.steps.map((name) =>
        step(
          name,
          STEP_WORDS[name],
          HINTS[name],
          name === "take" ? (
            <TeamFields
              page={page}
              typed={typed?.step === name ? typed : undefined}
              problems={typed?.step === name ? problems : undefined}
            />
          ) : null,
        ),
      )}
      {isOpen
        ? [
            step(
              "closed",
              "Close this session",
              "The theatre does not run. A session that holds cases is not closed.",
            ),
            step("unstaffed", "Mark as not staffed", "The theatre could run, and somebody is lacking."),
          ]
        : step("opened", "Open this session again", "It takes cases again.")}
    </>
  );
}

const HINTS = {
  offer: "Its owner will not use it; others see that it is on offer.",
  take: "Who will use it. Placed cases that could not stay with them are named, and nothing is changed.",
  giveBack: "The team that the file or the schedule names has it again.",
};

interface StepProps {
  name: string;
  words: string;
  hint: string;
  base: number;
  typed?: Typed;
  problems?: Problem[];
  children?: ReactNode;
}

function Step({ name, words, hint, base, typed, problems, children }: StepProps) {
  const id = `${name}-reason`;
  return (
    <details className="nhsuk-details app-step" open={typed !== undefined}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">{words}</span>
      </summary>
      <Form method="post" className="nhsuk-details__text" noValidate preventScrollReset>
        <input type="hidden" name="step" value={name} />
        <input type="hidden" name="base" value={base} />
        <p>{hint}</p>
        {children}
        <Textarea
          id={id}
          name="reason"
          label="Why?"
          labelProps={{ size: "s" }}
          rows={2}
          defaultValue={typed?.reason}
          error={problemOf(problems, id)}
        />
        <Button type="submit" secondary small preventDoubleClick>
          {words}
        </Button>
      </Form>
    </details>
  );
}

function TeamFields({ page: { standing }, typed, problems }: ActionsProps) {
  const own = standing.specialties.map(({ code }) => code).join(", ");
  return (
    <>
      <TextInput
        id="surgeons"
        name="surgeons"
        label="Surgeons"
        hint="Codes separated by commas; empty: not known yet, pooled patients only"
        width="20"
        autoComplete="off"
        spellCheck={false}
        defaultValue={typed?.surgeons}
        error={problemOf(problems, "surgeons")}
      />
      <TextInput
        id="treatmentFunctions"
        name="treatmentFunctions"
        label="Specialties"
        hint="Codes of three digits, such as 110"
        width="10"
        autoComplete="off"
        spellCheck={false}
        defaultValue={typed?.treatmentFunctions ?? own}
        error={problemOf(problems, "treatmentFunctions")}
      />
    </>
  );
}
