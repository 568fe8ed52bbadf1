import { Fragment, type ReactNode } from "react";
import { FieldShell } from "./field-shell";
import type { ChoiceView, FieldView } from "./field-view";

interface ChoicesProps {
  field: FieldView;
  /** The question is the only one of its page, and its legend the heading. */
  heading: boolean;
  /** Shows a field that stands beside one choice. */
  beside: (field: FieldView) => ReactNode;
}

/** Radios or check boxes. Nothing is chosen beforehand; fields of one choice follow it (styles hide them until then). */
export function Choices({ field, heading, beside }: ChoicesProps) {
  const kind = field.kind === "radios" ? "radios" : "checkboxes";
  const firstAlone = field.choices.findIndex(({ exclusive }) => exclusive);
  return (
    <FieldShell field={field} heading={heading}>
      <div className={`nhsuk-${kind}`}>
        {field.choices.map((choice, at) => (
          <Fragment key={choice.code}>
            {kind === "checkboxes" && at === firstAlone && at > 0 ? (
              <div className={`nhsuk-${kind}__divider`}>or</div>
            ) : null}
            <Choice name={field.name} kind={kind} choice={choice} first={at === 0} beside={beside} />
          </Fragment>
        ))}
      </div>
    </FieldShell>
  );
}

interface ChoiceProps {
  name: string;
  kind: "radios" | "checkboxes";
  choice: ChoiceView;
  first: boolean;
  beside: ChoicesProps["beside"];
}

function Choice({ name, kind, choice, first, beside }: ChoiceProps) {
  // The summary of what is wrong leads to the first one.
  const id = first ? name : `${name}-${choice.code}`;
  return (
    <>
      <div className={`nhsuk-${kind}__item`}>
        <input
          className={`nhsuk-${kind}__input`}
          type={kind === "radios" ? "radio" : "checkbox"}
          id={id}
          name={name}
          value={choice.code}
          defaultChecked={choice.checked}
        />
        <label className={`nhsuk-label nhsuk-${kind}__label`} htmlFor={id}>
          {choice.label}
        </label>
      </div>
      {choice.beside.length > 0 ? (
        <div className={`nhsuk-${kind}__conditional app-q-beside`}>{choice.beside.map(beside)}</div>
      ) : null}
    </>
  );
}
