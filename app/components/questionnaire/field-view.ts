/** One choice as it is shown. */
export interface ChoiceView {
  code: string;
  label: string;
  checked: boolean;
  /** Stands behind an "or": cannot be chosen with others. */
  exclusive: boolean;
  /** Fields that belong to this choice alone. */
  beside: FieldView[];
}

/** One question as it is shown, with what was typed. `name` is the name of its field, and its id in the page. */
export interface FieldView {
  name: string;
  kind: "radios" | "checkboxes" | "number" | "height" | "weight" | "text" | "longText" | "tel";
  legend: string;
  hint: string | null;
  why: string | null;
  unit: string | null;
  mayNotKnow: string | null;
  maxLength: number | null;
  choices: ChoiceView[];
  /** What was typed, by the end of the field's name; "" is the field itself. */
  values: Record<string, string>;
  /** What is wrong, and the end of the name of the field at fault. */
  fault: { end: string; message: string } | null;
}

/** What is wrong with the page, each line leading to the id of a field. */
export interface FaultLine {
  id: string;
  message: string;
}
