import { Select } from "nhsuk-react-components";
import type { SideChoice } from "~/views/plan-sides.server";

interface SideSelectProps {
  name: "left" | "right";
  label: string;
  choices: SideChoice[];
  value: string;
}

/** One of the two plans that are compared. */
export function SideSelect({ name, label, choices, value }: SideSelectProps) {
  return (
    <Select id={name} name={name} label={label} defaultValue={value} key={value}>
      {choices.map((choice) => (
        <Select.Option key={choice.key} value={choice.key}>
          {choice.name}
        </Select.Option>
      ))}
    </Select>
  );
}
