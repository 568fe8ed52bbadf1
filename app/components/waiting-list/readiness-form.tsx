import { Form, Link } from "@remix-run/react";
import { Button, Checkboxes, DateInput, Radios, Textarea } from "nhsuk-react-components";
import { problemOf, type Problem } from "~/components/problem-summary";
import { SCREENING_OUTCOMES } from "~/domain/waiting-list";
import type { WrittenText } from "~/services/questionnaire/unread-texts.server";
import { READINESS_WORDS } from "./readiness-text";
import type { DateValue, ReadinessValues } from "./readiness-values";

interface ReadinessFormProps {
  values: ReadinessValues;
  hubs: { code: string; name: string }[];
  /** Number of the decision that this form starts from; a later one by somebody else is not overwritten. */
  decision: number;
  /** What the patient wrote that nobody has read, and what tells which texts these are. */
  unread: readonly WrittenText[];
  seen: string;
  cancelTo: string;
  problems?: Problem[];
}

/** What pre-operative assessment decides: outcome, days of fitness, hubs, and why. */
export function ReadinessForm(props: ReadinessFormProps) {
  const { values, hubs, decision, cancelTo, problems } = props;
  return (
    <Form method="post" noValidate>
      <input type="hidden" name="decision" value={decision} />
      <Radios
        id="screening"
        name="screening"
        legend="What has screening found?"
        legendProps={{ size: "s" }}
        error={problemOf(problems, "screening")}
        small
      >
        {SCREENING_OUTCOMES.map((outcome) => (
          <Radios.Item key={outcome} value={outcome} defaultChecked={outcome === values.screening}>
            {READINESS_WORDS[outcome]}
          </Radios.Item>
        ))}
      </Radios>
      <FitnessDate name="fitFrom" legend="First day of fitness" value={values.fitFrom} problems={problems} />
      <FitnessDate name="fitUntil" legend="Last day of fitness" value={values.fitUntil} problems={problems} />
      <HubChoice values={values} hubs={hubs} error={problemOf(problems, "hubs")} />
      <Textarea
        id="reason"
        name="reason"
        label="Why?"
        labelProps={{ size: "s" }}
        hint="Stays with the decision and is seen by everybody who sees this entry."
        rows={3}
        defaultValue={values.reason}
        error={problemOf(problems, "reason")}
      />
      <Unread {...props} />
      <div className="app-buttons">
        <Button type="submit" preventDoubleClick>
          Record the decision
        </Button>
        <Link to={cancelTo}>Cancel</Link>
      </div>
    </Form>
  );
}

/** What the patient wrote within the answers: it is read before anything is decided. */
function Unread({ unread, seen, problems }: ReadinessFormProps) {
  if (unread.length === 0) return null;
  return (
    <>
      {unread.map(({ question, text, at }) => (
        <figure key={question + at} className="app-triage-words">
          <figcaption>{question}</figcaption>
          <blockquote>{text}</blockquote>
        </figure>
      ))}
      <Checkboxes
        id="read"
        name="read"
        legend="What the patient wrote"
        legendProps={{ size: "s" }}
        error={problemOf(problems, "read")}
        small
      >
        <Checkboxes.Item value={seen}>I have read it</Checkboxes.Item>
      </Checkboxes>
    </>
  );
}

interface FitnessDateProps {
  name: "fitFrom" | "fitUntil";
  legend: string;
  value: DateValue;
  problems?: Problem[];
}

function FitnessDate({ name, legend, value, problems }: FitnessDateProps) {
  return (
    <DateInput
      id={name}
      name={name}
      legend={legend}
      legendProps={{ size: "s" }}
      hint="Leave empty if it is not known, for example 12 1 2027"
      error={problemOf(problems, name)}
    >
      <DateInput.Day name={`${name}-day`} defaultValue={value.day} />
      <DateInput.Month name={`${name}-month`} defaultValue={value.month} />
      <DateInput.Year name={`${name}-year`} defaultValue={value.year} />
    </DateInput>
  );
}

interface HubChoiceProps {
  values: ReadinessValues;
  hubs: { code: string; name: string }[];
  error?: string;
}

function HubChoice({ values, hubs, error }: HubChoiceProps) {
  // Without a hub there are none to tick, and a group of no boxes is none.
  const answers = HUB_ANSWERS.filter(([answer]) => answer !== "some" || hubs.length > 0);
  return (
    <>
      <Radios
        id="hubs"
        name="hubs"
        legend="Does a surgical hub suit the patient?"
        legendProps={{ size: "s" }}
        error={error}
        small
      >
        {answers.map(([answer, words]) => (
          <Radios.Item key={answer} value={answer} defaultChecked={answer === values.hubs}>
            {words}
          </Radios.Item>
        ))}
      </Radios>
      {hubs.length > 0 ? <HubBoxes hubs={hubs} ticked={values.hub} /> : null}
    </>
  );
}

function HubBoxes({ hubs, ticked }: { hubs: HubChoiceProps["hubs"]; ticked: string[] }) {
  return (
    <Checkboxes
      id="hub"
      name="hub"
      legend="Hubs that suit, if only some do"
      legendProps={{ size: "s" }}
      small
    >
      {hubs.map(({ code, name }) => (
        <Checkboxes.Item key={code} value={code} defaultChecked={ticked.includes(code)}>
          {name} ({code})
        </Checkboxes.Item>
      ))}
    </Checkboxes>
  );
}

const HUB_ANSWERS = [
  ["all", "Every hub"],
  ["some", "Only the hubs ticked below"],
  ["none", "No hub"],
] as const;
