import { Checkboxes, Select, TextInput } from "nhsuk-react-components";
import { problemOf, type Problem } from "~/components/problem-summary";
import { codeAndName } from "~/facts/equipment";
import { FUNDINGS } from "~/domain/session-event";
import { ANAESTHETICS } from "~/domain/waiting-list";
import { FUNDING_WORDS } from "./session-life-words";
import type { TemplateValues } from "./template-values";

interface FieldsProps {
  values: TemplateValues;
  problems?: Problem[];
}

interface FactFieldsProps extends FieldsProps {
  /** Codes of equipment that are known. */
  equipment: readonly string[];
}

const CODES = "Codes separated by commas";

/** Times, team and what the session offers. */
export function FactFields({ values, equipment, problems }: FactFieldsProps) {
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
      {text(
        "equipment",
        "Equipment of this session",
        "20",
        `${CODES}. Known: ${equipment.map(codeAndName).join(", ")}`,
      )}
      <NewEquipment values={values} problems={problems} />
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

/** Asked only of who typed a code that nothing else uses. */
function NewEquipment({ values, problems }: FieldsProps) {
  if (!values.newEquipment && problemOf(problems, "equipment") === undefined) return null;
  return (
    <Checkboxes
      id="newEquipment"
      name="newEquipment"
      legend="New equipment"
      legendProps={{ size: "s" }}
      small
    >
      <Checkboxes.Item value="yes" defaultChecked={values.newEquipment}>
        It is new: nothing else uses this code yet
      </Checkboxes.Item>
    </Checkboxes>
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
