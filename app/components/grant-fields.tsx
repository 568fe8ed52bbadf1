import { Select } from "nhsuk-react-components";
import type { Choice } from "./filter-fields";
import { problemOf, type Problem } from "./problem-summary";

interface GrantFieldsProps {
  roles: Choice[];
  places: Choice[];
  problems: Problem[] | undefined;
}

/** The two fields that grant a role: which, and where. */
export function GrantFields({ roles, places, problems }: GrantFieldsProps) {
  const fields = [
    { id: "role", label: "Role", choices: roles },
    { id: "place", label: "Where", choices: places },
  ];
  return fields.map(({ id, label, choices }) => (
    <Select key={id} id={id} name={id} label={label} defaultValue="" error={problemOf(problems, id)}>
      <Select.Option value="">Choose</Select.Option>
      {choices.map(({ value, text }) => (
        <Select.Option key={value} value={value}>
          {text}
        </Select.Option>
      ))}
    </Select>
  ));
}
