/** Who gave the answers, and how they came in. Staff enter what a patient said on the phone or wrote on paper. */
export type ResponseSource =
  { by: "patient" | "helped" | "carer"; channel: "online" } | { by: "staff"; channel: "phone" | "paper" };

/** The source as one code: `patient`, `helped`, `carer`, `staff-phone`, `staff-paper`. */
export const sourceCode = ({ by, channel }: ResponseSource): string =>
  by === "staff" ? `${by}-${channel}` : by;

/** As the answer to `who_answering`, the question that the identity form asks. */
export const WHO_ANSWERS: Record<ResponseSource["by"], string> = {
  patient: "me",
  helped: "helped",
  carer: "proxy",
  staff: "staff",
};

/** The source in words, for staff. */
export function sourceWords({ by, channel }: ResponseSource): string {
  if (by === "staff")
    return channel === "phone" ? "by staff, from a phone call" : "by staff, from a paper form";
  if (by === "carer") return "by a carer or trusted person";
  return by === "helped" ? "by the patient, with help" : "by the patient";
}
