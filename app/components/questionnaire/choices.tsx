import { Fragment } from "react";
import { Field } from "./field";
import { FieldShell } from "./field-shell";
import type { ChoiceView, FieldView } from "./field-view";

/** Radios or check boxes. Nothing is chosen beforehand; fields of one choice follow it (styles hide them until then). */
export function Choices({ field, heading }: { field: FieldView; heading: boolean }) {
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
            <Choice name={field.name} kind={kind} choice={choice} first={at === 0} />
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
}

function Choice({ name, kind, choice, first }: ChoiceProps) {
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
        <div className={`nhsuk-${kind}__conditional app-q-beside`}>
          {choice.beside.map((beside) => (
            <Field key={beside.name} field={beside} />
          ))}
        </div>
      ) : null}
    </>
  );
}
