import { Choices } from "./choices";
import type { FieldView } from "./field-view";
import { FieldShell, Hint } from "./field-shell";

/** One question with its fields. `heading`: it is the only one of its page, and its legend the heading. */
export function Field({ field, heading = false }: { field: FieldView; heading?: boolean }) {
  switch (field.kind) {
    case "radios":
    case "checkboxes":
      return (
        <Choices field={field} heading={heading} beside={(each) => <Field key={each.name} field={each} />} />
      );
    case "height":
      return <Measure field={field} heading={heading} metric={["-cm", "Centimetres"]} old={HEIGHT} />;
    case "weight":
      return <Measure field={field} heading={heading} metric={["-kg", "Kilograms"]} old={WEIGHT} />;
    default:
      return <Text field={field} heading={heading} />;
  }
}

type Part = [end: string, label: string];
const HEIGHT: Part[] = [
  ["-feet", "Feet"],
  ["-inches", "Inches"],
];
const WEIGHT: Part[] = [
  ["-stones", "Stones"],
  ["-pounds", "Pounds"],
];

interface MeasureProps {
  field: FieldView;
  heading: boolean;
  metric: Part;
  old: Part[];
}

/** A height or a weight: in the old units, or in the metric one, or not known. */
function Measure({ field, heading, metric, old }: MeasureProps) {
  const input = ([end, label]: Part) => (
    <div className="app-q-part" key={end}>
      <label className="nhsuk-label" htmlFor={field.name + end}>
        {label}
      </label>
      <Input field={field} end={end} width={3} decimal />
    </div>
  );
  return (
    <FieldShell field={field} heading={heading}>
      <div className="app-q-parts">{old.map(input)}</div>
      <p className="app-q-or">or</p>
      <div className="app-q-parts">{input(metric)}</div>
      {field.mayNotKnow ? (
        <>
          <p className="app-q-or">or</p>
          <div className="nhsuk-checkboxes">
            <div className="nhsuk-checkboxes__item">
              <input
                className="nhsuk-checkboxes__input"
                type="checkbox"
                id={`${field.name}-dk`}
                name={`${field.name}-dk`}
                value="1"
                defaultChecked={field.values["-dk"] === "1"}
              />
              <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={`${field.name}-dk`}>
                {field.mayNotKnow}
              </label>
            </div>
          </div>
        </>
      ) : null}
    </FieldShell>
  );
}

function Text({ field, heading }: { field: FieldView; heading: boolean }) {
  const { name, kind, legend, fault, unit } = field;
  const described = [field.hint ? `${name}-hint` : "", fault ? `${name}-error` : ""]
    .filter(Boolean)
    .join(" ");
  const label = (
    <label className={`nhsuk-label nhsuk-label--${heading ? "l" : "s"}`} htmlFor={name}>
      {legend}
    </label>
  );
  return (
    <div className={`nhsuk-form-group${fault ? " nhsuk-form-group--error" : ""}`}>
      {heading ? <h1 className="nhsuk-label-wrapper">{label}</h1> : label}
      <Hint field={field} />
      {fault ? <FaultText id={`${name}-error`} message={fault.message} /> : null}
      {kind === "longText" ? (
        <textarea
          className={`nhsuk-textarea${fault ? " nhsuk-textarea--error" : ""}`}
          id={name}
          name={name}
          rows={5}
          aria-describedby={described || undefined}
          defaultValue={field.values[""]}
        />
      ) : (
        <div className="nhsuk-input-wrapper">
          <Input
            field={field}
            end=""
            width={kind === "number" ? 4 : 20}
            decimal={kind === "number"}
            describedBy={described || undefined}
          />
          {unit ? <div className="nhsuk-input-wrapper__suffix">{unit}</div> : null}
        </div>
      )}
    </div>
  );
}

interface InputProps {
  field: FieldView;
  end: string;
  width: number;
  decimal: boolean;
  describedBy?: string;
}

function Input({ field, end, width, decimal, describedBy }: InputProps) {
  const { name, kind, fault } = field;
  const wrong = fault !== null && (fault.end === end || (fault.end === "" && end !== "-dk"));
  return (
    <input
      className={`nhsuk-input nhsuk-input--width-${width}${wrong ? " nhsuk-input--error" : ""}`}
      id={name + end}
      name={name + end}
      type={kind === "tel" ? "tel" : "text"}
      inputMode={decimal ? "decimal" : undefined}
      autoComplete={kind === "tel" ? "tel" : "off"}
      aria-describedby={describedBy}
      defaultValue={field.values[end]}
    />
  );
}

/** What is wrong, beside its field. */
export function FaultText({ id, message }: { id: string; message: string }) {
  return (
    <span className="nhsuk-error-message" id={id}>
      <span className="nhsuk-u-visually-hidden">Error:</span> {message}
    </span>
  );
}
