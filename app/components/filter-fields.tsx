import { Select, TextInput } from "nhsuk-react-components";

export interface Choice {
  value: string;
  text: string;
}

interface FilterSelectProps {
  /** Name of the field in the address; also its id. */
  name: string;
  label: string;
  choices: Choice[];
  value: string | null;
  /** Words for "no filter". */
  all?: string;
}

/** One filter: a list of choices, with "All" first. */
export function FilterSelect({ name, label, choices, value, all = "All" }: FilterSelectProps) {
  return (
    <Select id={name} name={name} label={label} defaultValue={value ?? ""} key={value}>
      <Select.Option value="">{all}</Select.Option>
      {choices.map((choice) => (
        <Select.Option key={choice.value} value={choice.value}>
          {choice.text}
        </Select.Option>
      ))}
    </Select>
  );
}

interface SearchBoxProps {
  /** Name of the field in the address; also its id. */
  name: string;
  /** What can be searched for, such as "Name, NHS number or hospital number". */
  label: string;
  value: string | null;
}

/** A search field for a filter form. */
export function SearchBox({ name, label, value }: SearchBoxProps) {
  return (
    <TextInput
      id={name}
      name={name}
      label={label}
      type="search"
      width="20"
      autoComplete="off"
      spellCheck={false}
      defaultValue={value ?? ""}
      key={value}
    />
  );
}
