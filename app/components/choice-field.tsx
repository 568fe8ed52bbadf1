import { Radios } from "nhsuk-react-components";

interface ChoiceFieldProps<Value extends string> {
  name: string;
  legend: string;
  hint?: string;
  /** What can be chosen, in order. */
  values: readonly Value[];
  wordsOf: (value: Value) => string;
  /** What was chosen when the form was not accepted; empty: nothing. */
  held: string;
  error: string | undefined;
}

/** One of a few, by radio buttons, in a form of staff. */
export function ChoiceField<Value extends string>(props: ChoiceFieldProps<Value>) {
  const { name, legend, hint, values, wordsOf, held, error } = props;
  return (
    <Radios id={name} name={name} legend={legend} legendProps={{ size: "s" }} hint={hint} error={error} small>
      {values.map((value) => (
        <Radios.Item key={value} value={value} defaultChecked={held === value}>
          {wordsOf(value)}
        </Radios.Item>
      ))}
    </Radios>
  );
}
