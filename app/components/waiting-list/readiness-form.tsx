import { Form, Link } from "@remix-run/react";
import { Button, Checkboxes, DateInput, Radios, Textarea } from "nhsuk-react-components";
import { problemOf, type Problem } from "~/components/problem-summary";
import type { IsoDate } from "~/domain/calendar";
import { SCREENING_OUTCOMES, type Readiness } from "~/domain/waiting-list";
import { READINESS_WORDS } from "./readiness-text";

interface ReadinessFormProps {
  readiness: Readiness;
  hubs: { code: string; name: string }[];
  /** Number of the decision that this form starts from; a later one by somebody else is not overwritten. */
  decision: number;
  cancelTo: string;
  problems?: Problem[];
}

/** What pre-operative assessment decides: outcome, days of fitness, hubs, and why. */
export function ReadinessForm({ readiness, hubs, decision, cancelTo, problems }: ReadinessFormProps) {
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
          <Radios.Item key={outcome} value={outcome} defaultChecked={outcome === readiness.screening}>
            {READINESS_WORDS[outcome]}
          </Radios.Item>
        ))}
      </Radios>
      <FitnessDate
        name="fitFrom"
        legend="First day of fitness"
        value={readiness.fitFrom}
        problems={problems}
      />
      <FitnessDate
        name="fitUntil"
        legend="Last day of fitness"
        value={readiness.fitUntil}
        problems={problems}
      />
      <HubChoice suitable={readiness.hubSuitable} hubs={hubs} error={problemOf(problems, "hubs")} />
      <Textarea
        id="reason"
        name="reason"
        label="Why?"
        labelProps={{ size: "s" }}
        hint="Stays with the decision and is seen by everybody who sees this entry."
        rows={3}
        error={problemOf(problems, "reason")}
      />
      <div className="app-buttons">
        <Button type="submit" preventDoubleClick>
          Record the decision
        </Button>
        <Link to={cancelTo}>Cancel</Link>
      </div>
    </Form>
  );
}

interface FitnessDateProps {
  name: "fitFrom" | "fitUntil";
  legend: string;
  value: IsoDate | null;
  problems?: Problem[];
}

function FitnessDate({ name, legend, value, problems }: FitnessDateProps) {
  const [year, month, day] = (value ?? "").split("-");
  return (
    <DateInput
      id={name}
      name={name}
      legend={legend}
      legendProps={{ size: "s" }}
      hint="Leave empty if it is not known, for example 12 1 2027"
      error={problemOf(problems, name)}
    >
      <DateInput.Day name={`${name}-day`} defaultValue={day ? String(Number(day)) : ""} />
      <DateInput.Month name={`${name}-month`} defaultValue={month ? String(Number(month)) : ""} />
      <DateInput.Year name={`${name}-year`} defaultValue={year ?? ""} />
    </DateInput>
  );
}

interface HubChoiceProps {
  suitable: true | string[];
  hubs: { code: string; name: string }[];
  error?: string;
}

function HubChoice({ suitable, hubs, error }: HubChoiceProps) {
  const chosen = suitable === true ? "all" : suitable.length > 0 ? "some" : "none";
  return (
    <Radios
      id="hubs"
      name="hubs"
      legend="Does a surgical hub suit the patient?"
      legendProps={{ size: "s" }}
      error={error}
      small
    >
      <Radios.Item value="all" defaultChecked={chosen === "all"}>
        Every hub
      </Radios.Item>
      <Radios.Item
        value="some"
        defaultChecked={chosen === "some"}
        conditional={<HubBoxes hubs={hubs} chosen={suitable === true ? [] : suitable} />}
      >
        Only some
      </Radios.Item>
      <Radios.Item value="none" defaultChecked={chosen === "none"}>
        No hub
      </Radios.Item>
    </Radios>
  );
}

function HubBoxes({ hubs, chosen }: { hubs: { code: string; name: string }[]; chosen: string[] }) {
  return (
    <Checkboxes id="hub" name="hub" legend="Which hubs?" legendProps={{ size: "s" }} small>
      {hubs.map(({ code, name }) => (
        <Checkboxes.Item key={code} value={code} defaultChecked={chosen.includes(code)}>
          {name} ({code})
        </Checkboxes.Item>
      ))}
    </Checkboxes>
  );
}
