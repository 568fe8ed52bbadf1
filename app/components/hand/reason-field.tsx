import { TextInput } from "nhsuk-react-components";
import type { HandAnswer } from "~/views/hand/hand-answer.server";

/** What came of a form that was sent, and what it said. */
export interface Answered {
  answer: HandAnswer;
  typed: Record<string, string>;
  lifted: string[];
}

/** Why a case changes its place. */
export function ReasonField({ id, answered }: { id: string; answered?: Answered }) {
  return (
    <TextInput
      id={id}
      name="reason"
      label="Why"
      hint="Needed where a rule is set aside or people rely on a list already; it stays with the case."
      width="20"
      maxLength={500}
      autoComplete="off"
      defaultValue={answered?.typed.reason ?? ""}
    />
  );
}
