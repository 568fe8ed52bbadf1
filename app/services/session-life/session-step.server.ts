import type { User } from "~/auth/visitor.server";
import { STAFF_ANSWERS, STAFF_PARTS } from "~/domain/session-event";
import { TREATMENT_FUNCTIONS } from "~/facts/treatment-functions";
import type { Scope } from "~db/scope";
import { FormFields } from "../form-fields.server";
import type { ChangeAsked, SessionAnswer } from "./change-session.server";
import { giveSessionBack, offerSession, takeSession } from "./offer-session.server";
import { OPENINGS, openOrClose } from "./session-opening.server";
import { staffSession } from "./staff-session.server";

/** Reads a form of the session page or the 6-4-2 board and does what it asks for. */
export async function takeStep(
  user: User,
  scope: Scope,
  session: string,
  form: FormData,
): Promise<SessionAnswer> {
  const fields = new FormFields(form);
  const step = fields.text("step");
  const asked = { session, base: fields.wholeNumber("base", "the state", 0, 1_000_000) ?? -1 };
  if (step === "staff") return staff(user, scope, asked, fields);
  const reason = fields.reason();
  const opening = OPENINGS.find((one) => one === step);
  if (opening)
    return named(
      step,
      refusal(step, fields) ?? (await openOrClose(user, scope, { ...asked, opening, reason })),
    );
  if (step === "take") {
    const team = readTeam(fields);
    return named(
      step,
      refusal(step, fields) ?? (await takeSession(user, scope, { ...asked, ...team, reason })),
    );
  }
  if (step === "offer") return refusal(step, fields) ?? offerSession(user, scope, { ...asked, reason });
  if (step === "giveBack") return refusal(step, fields) ?? giveSessionBack(user, scope, { ...asked, reason });
  return { kind: "refused", problems: [{ field: "", message: "Choose what to do with the session" }] };
}

/** The reason stands in a field of each step's own. */
function refusal(step: string, { problems }: FormFields): SessionAnswer | null {
  return problems.length === 0 ? null : named(step, { kind: "refused", problems });
}

function named(step: string, answer: SessionAnswer): SessionAnswer {
  if (answer.kind !== "refused") return answer;
  const problems = answer.problems.map(({ field, message }) => ({
    field: field === "reason" ? `${step}-reason` : field,
    message,
  }));
  return { kind: "refused", problems };
}

function readTeam(fields: FormFields) {
  const surgeons = fields.codes("surgeons");
  const treatmentFunctions = fields.codes("treatmentFunctions");
  const unknown = treatmentFunctions.filter((code) => !TREATMENT_FUNCTIONS.some((one) => one.code === code));
  if (treatmentFunctions.length === 0)
    fields.refuse("treatmentFunctions", "Enter at least one specialty code");
  else if (unknown.length > 0)
    fields.refuse("treatmentFunctions", `No specialty has the code ${unknown.join(", ")}`);
  return { surgeons, treatmentFunctions };
}

function staff(
  user: User,
  scope: Scope,
  asked: ChangeAsked,
  fields: FormFields,
): Promise<SessionAnswer> | SessionAnswer {
  const [said, word] = fields.text("staff").split(":");
  const part = STAFF_PARTS.find((one) => one === said);
  const answer = STAFF_ANSWERS.find((one) => one === word);
  if (!part || !answer) return { kind: "refused", problems: [{ field: "", message: "Choose who is there" }] };
  return staffSession(user, scope, { ...asked, part, answer });
}
