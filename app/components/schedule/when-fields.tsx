import { Checkboxes, Select, TextInput } from "nhsuk-react-components";
import { problemOf, type Problem } from "~/components/problem-summary";
import { WEEKDAY_WORDS } from "./session-life-words";
import type { TemplateValues } from "./template-values";

const WEEKS = ["First", "Second", "Third", "Fourth", "Fifth"];

/** On which days it recurs, and from when until when. */
export function WhenFields({ values, problems }: { values: TemplateValues; problems?: Problem[] }) {
  return (
    <>
      <Select
        id="weekday"
        name="weekday"
        label="Weekday"
        labelProps={{ size: "s" }}
        defaultValue={values.weekday}
        error={problemOf(problems, "weekday")}
      >
        <Select.Option value="">Choose</Select.Option>
        {WEEKDAY_WORDS.map((word, at) => (
          <Select.Option key={word} value={String(at + 1)}>
            {word}
          </Select.Option>
        ))}
      </Select>
      <Checkboxes
        id="weeksOfMonth"
        name="weeksOfMonth"
        legend="Weeks of the month"
        legendProps={{ size: "s" }}
        hint="The first Monday of a month is its first Monday, whatever the week. None ticked: every week"
        small
      >
        {WEEKS.map((word, at) => (
          <Checkboxes.Item
            key={word}
            value={String(at + 1)}
            defaultChecked={values.weeksOfMonth.includes(String(at + 1))}
          >
            {word}
          </Checkboxes.Item>
        ))}
      </Checkboxes>
      <DayField name="validFrom" label="First day" value={values.validFrom} problems={problems} />
      <DayField
        name="validUntil"
        label="Last day"
        hint="Empty: it goes on"
        value={values.validUntil}
        problems={problems}
      />
    </>
  );
}

interface DayFieldProps {
  name: string;
  label: string;
  hint?: string;
  value: string;
  problems?: Problem[];
}

/** One date, typed or chosen. */
export function DayField({ name, label, hint, value, problems }: DayFieldProps) {
  return (
    <TextInput
      id={name}
      name={name}
      type="date"
      label={label}
      labelProps={{ size: "s" }}
      hint={hint}
      width="10"
      defaultValue={value}
      error={problemOf(problems, name)}
    />
  );
}
