/** Who may give answers: the patient alone or with help, a carer or trusted person, staff from a call or from paper. */
export const RESPONSE_GIVERS = ["patient", "helped", "carer", "staff"] as const;
export type ResponseGiver = (typeof RESPONSE_GIVERS)[number];
export const RESPONSE_CHANNELS = ["online", "phone", "paper"] as const;
export type ResponseChannel = (typeof RESPONSE_CHANNELS)[number];

/** Who gave the answers, and how they came in. */
export interface ResponseSource {
  by: ResponseGiver;
  /** Staff enter what was said on the phone or written on paper; all others answer online. */
  channel: ResponseChannel;
}

/** The source as one code: `patient`, `helped`, `carer`, `staff-phone`, `staff-paper`. */
export const sourceCode = ({ by, channel }: ResponseSource): string =>
  by === "staff" ? `${by}-${channel}` : by;

/** The source of a code; null for any other text. */
export function sourceOfCode(code: string): ResponseSource | null {
  const [by, channel = "online"] = code.split("-");
  const giver = RESPONSE_GIVERS.find((known) => known === by);
  const way = RESPONSE_CHANNELS.find((known) => known === channel);
  return giver && way && (giver === "staff") === (way !== "online") ? { by: giver, channel: way } : null;
}

/** As the answer to `who_answering`, which the identity form asks. */
export const WHO_ANSWERS: Record<ResponseGiver, string> = {
  patient: "me",
  helped: "helped",
  carer: "proxy",
  staff: "staff",
};

/** Who said something, in words for staff: `by a carer or trusted person`; null: it was kept before that was asked. */
export function saidByWords(by: ResponseGiver | null): string {
  if (by === null) return "";
  return by === "staff" ? "by the patient, noted by staff" : sourceWords({ by, channel: "online" });
}

/** What somebody else said for the patient, marked; what the patient said themself stays as it is. */
export const markedIfForThem = (sentence: string, by: ResponseGiver | null): string =>
  by === "carer" ? `${sentence} (said ${saidByWords(by)})` : sentence;

/** The source in words, for staff. */
export function sourceWords({ by, channel }: ResponseSource): string {
  if (by === "staff")
    return channel === "phone" ? "by staff, from a phone call" : "by staff, from a paper form";
  if (by === "carer") return "by a carer or trusted person";
  return by === "helped" ? "by the patient, with help" : "by the patient";
}
