import { Checkboxes, Select, TextInput } from "nhsuk-react-components";
import { problemOf, type Problem } from "~/components/problem-summary";
import { FUNDINGS } from "~/domain/session-event";
import { ANAESTHETICS } from "~/domain/waiting-list";
import { FUNDING_WORDS } from "./session-life-words";
import type { TemplateValues } from "./template-values";

interface FieldsProps {
  values: TemplateValues;
  problems?: Problem[];
}

const CODES = "Codes separated by commas";

/** Times, team and what the session offers. */
export function FactFields({ values, problems }: FieldsProps) {
  const text = (
    name: keyof TemplateValues & string,
    label: string,
    width: "5" | "10" | "20",
    hint?: string,
  ) => (
    <TextInput
      id={name}
      name={name}
      label={label}
      labelProps={{ size: "s" }}
      {...{ hint, width }}
      autoComplete="off"
      spellCheck={false}
      defaultValue={String(values[name])}
      error={problemOf(problems, name)}
    />
  );
  return (
    <>
      <div className="app-schedule-form__row">
        {text("start", "Start", "5", "Such as 08:30")}
        {text("end", "End", "5", "Such as 17:00")}
        {text("heldMinutes", "Held minutes", "5", "Kept free of every list")}
        {text("maxCases", "Most cases", "5", "Empty: no limit")}
      </div>
      {text(
        "treatmentFunctions",
        "Specialties",
        "10",
        "Codes of three digits, such as 110; the first sets the turnaround",
      )}
      {text("surgeons", "Surgeons", "20", `${CODES}; empty: pooled patients only`)}
      {text("anaesthetist", "Anaesthetist", "10", "Code; empty: not named")}
      <Offered values={values} problems={problems} />
      {text("equipment", "Equipment of this session", "20", CODES)}
      <Select
        id="funding"
        name="funding"
        label="Funding"
        labelProps={{ size: "s" }}
        defaultValue={values.funding}
        error={problemOf(problems, "funding")}
      >
        {FUNDINGS.map((funding) => (
          <Select.Option key={funding} value={funding}>
            {FUNDING_WORDS[funding]}
          </Select.Option>
        ))}
      </Select>
      {text("visitingTeam", "Visiting team", "20", "Empty: the site's own")}
    </>
  );
}

const ANAESTHETIC_WORDS = { GA: "General (GA)", RA: "Regional (RA)", LA: "Local (LA)" };

function Offered({ values, problems }: FieldsProps) {
  return (
    <>
      <Checkboxes
        id="anaesthetics"
        name="anaesthetics"
        legend="Anaesthetics offered"
        legendProps={{ size: "s" }}
        error={problemOf(problems, "anaesthetics")}
        small
      >
        {ANAESTHETICS.map((one) => (
          <Checkboxes.Item key={one} value={one} defaultChecked={values.anaesthetics.includes(one)}>
            {ANAESTHETIC_WORDS[one]}
          </Checkboxes.Item>
        ))}
      </Checkboxes>
      <Checkboxes id="paediatric" name="paediatric" legend="Children" legendProps={{ size: "s" }} small>
        <Checkboxes.Item value="yes" defaultChecked={values.paediatric}>
          Takes children too
        </Checkboxes.Item>
      </Checkboxes>
    </>
  );
}
