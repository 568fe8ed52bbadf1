import { LONDON } from "~/clock.server";
import { typedDate } from "~/domain/perioperative/invitation/typed-date";
import { formText } from "~/http/form-text";
import { identify, type IdentityAnswer, type IdentityClaim } from "./identify.server";

/** What was typed, to be shown again; the second fact is not. */
interface Typed {
  who: string;
  day: string;
  month: string;
  year: string;
}

/** What is wrong, and the id of the field. */
interface FaultLine {
  id: string;
  message: string;
}

/** What the identity form comes to: a token for this browser, or what to mend. */
export type IdentityForm =
  { kind: "known"; token: string } | { kind: "faults"; sent: { typed: Typed; faults: FaultLine[] } };

const GIVERS = ["patient", "helped", "carer"] as const;

/** Reads the identity form and asks whether it is the patient. */
export async function readIdentity(
  form: FormData,
  where: Pick<IdentityClaim, "secret" | "address">,
): Promise<IdentityForm> {
  const text = (name: string) => formText(form, name);
  const typed = { who: text("who"), day: text("day"), month: text("month"), year: text("year") };
  const who = GIVERS.find((giver) => giver === typed.who);
  const birthDate = typedDate(typed);
  const other = text("other");
  const faults: FaultLine[] = [
    ...(who ? [] : [{ id: "who", message: "Select who is filling in this form" }]),
    ...(birthDate ? [] : [{ id: "day", message: birthFault(typed) }]),
    ...(other ? [] : [{ id: "other", message: "Enter a postcode, a hospital number or 4 numbers" }]),
  ];
  if (!who || !birthDate || faults.length > 0) return { kind: "faults", sent: { typed, faults } };
  const answer = await identify({ ...where, who, birthDate, other });
  if (answer.kind === "known") return answer;
  return { kind: "faults", sent: { typed, faults: [{ id: "day", message: refusal(answer) }] } };
}

/** Nothing was typed, or no such day: each is said in its own words. */
const birthFault = ({ day, month, year }: Typed): string =>
  [day, month, year].every((part) => part === "")
    ? "Enter the date of birth, like 15 3 1984"
    : "The date of birth must be a real date, like 15 3 1984. Check the day, the month and the year";

function refusal(answer: Exclude<IdentityAnswer, { kind: "known" }>): string {
  switch (answer.kind) {
    case "wrong":
      return "These details do not match. Check both and try again";
    case "resting":
      return `Too many tries. Try again after ${clock(answer.until)}, or call us`;
    case "tooMany":
      return "Too many tries from your network. Try again later, or call us";
    default:
      return "This link no longer works. Open it again to ask for a new one";
  }
}

const clock = (instant: string) =>
  new Intl.DateTimeFormat("en-GB", { timeZone: LONDON, hour: "numeric", minute: "2-digit", hour12: true })
    .format(new Date(Math.ceil(Date.parse(instant) / 60_000) * 60_000))
    .replace(" ", "");
