import { Button, TextInput } from "nhsuk-react-components";
import type { ReactNode } from "react";
import { problemOf, type Problem } from "~/components/problem-summary";

interface SettingsFieldsProps {
  mayEdit: boolean;
  /** What is set, for who does not see the page. */
  legend: string;
  /** The reason as it was typed. */
  reason: string | undefined;
  save: string;
  problems: Problem[] | undefined;
  children: ReactNode;
}

/** Everything that is set on a page, and why; greyed for those who may only read it. */
export function SettingsFields({ mayEdit, legend, reason, save, problems, children }: SettingsFieldsProps) {
  return (
    <fieldset className="nhsuk-fieldset" disabled={!mayEdit}>
      <legend className="nhsuk-u-visually-hidden">{legend}</legend>
      {children}
      {mayEdit ? (
        <>
          <TextInput
            id="reason"
            name="reason"
            label="Why?"
            width="20"
            maxLength={500}
            defaultValue={reason ?? ""}
            error={problemOf(problems, "reason")}
          />
          <Button type="submit" preventDoubleClick>
            {save}
          </Button>
        </>
      ) : null}
    </fieldset>
  );
}

interface SettingInputProps {
  id: string;
  label: string;
  value: string;
  width?: 3 | 4 | 20;
  inputMode?: "numeric" | "decimal" | "text";
  problems: Problem[] | undefined;
}

/** A value in a cell of a table of settings, marked where it was refused. */
export function SettingInput({ id, label, value, width = 3, inputMode, problems }: SettingInputProps) {
  const wrong = problemOf(problems, id) !== undefined;
  const widthClass = `nhsuk-input--width-${width}`;
  return (
    <input
      className={`nhsuk-input ${widthClass}${wrong ? " nhsuk-input--error" : ""}`}
      id={id}
      name={id}
      defaultValue={value}
      inputMode={inputMode}
      aria-label={label}
      aria-invalid={wrong || undefined}
    />
  );
}

interface SettingChoiceProps {
  id: string;
  label: string;
  value: string;
  /** Value and words of each. */
  choices: readonly (readonly [string, string])[];
}

/** A choice in a cell of a table of settings. */
export function SettingChoice({ id, label, value, choices }: SettingChoiceProps) {
  return (
    <select className="nhsuk-select" id={id} name={id} defaultValue={value} aria-label={label}>
      {choices.map(([each, words]) => (
        <option key={each} value={each}>
          {words}
        </option>
      ))}
    </select>
  );
}

/** On or off, or as it is otherwise, in words. */
export const switchChoices = (otherwise: string) =>
  [
    ["", otherwise],
    ["on", "On"],
    ["off", "Off"],
  ] as const;

/** What a switch shows; null: nobody has set it. */
export const switchValue = (on: boolean | null = null): string => (on === null ? "" : on ? "on" : "off");

/** Where a default comes from and how sure that is. */
export function SourceCell({ source, sure, href }: { source: string; sure: string; href?: string | null }) {
  return (
    <td data-label="Source">
      {href ? <a href={href}>{source}</a> : source} <span className="app-cell-note">({sure})</span>
    </td>
  );
}
