import { today } from "~/clock.server";
import { markedIfForThem, type ResponseGiver } from "~/domain/perioperative/questionnaire/response-source";
import { recordNotices } from "~/services/lists/tell-patients.server";
import { assessEntry } from "~/services/triage/assess-entry.server";
import { store } from "~/store.server";
import type { Tx } from "~db/commit";
import type { Invitation } from "~db/invitations";
import { organisationScope } from "~db/organisations";
import { insertWord } from "~db/patient-words";
import type { NoticeChannel, PatientWordKind } from "~db/schema";
import { assessmentsOfEntry } from "~db/screening/assessments";
import { raiseTasks } from "~db/screening/care-tasks";
import { ownDate } from "./own-date.server";
import { stillWantTasks } from "./still-want.server";

/** The codes that each thing can be told with; none: words alone. */
export const TOLD_CODES: Readonly<Record<PatientWordKind, readonly string[]>> = {
  stillWant: ["yes", "unsure", "no", "had"],
  shortNotice: ["yes", "no"],
  datesToAvoid: [],
  dateAnswer: ["accepted", "declined", "askedToChange"],
  otherProvider: [],
  feedback: [],
  contactDetails: [],
  help: [],
};

/** What the patient told on their page. `date`: the one that their page showed. */
export interface Told {
  kind: PatientWordKind;
  code: string;
  text: string;
  date: string;
}

/** changed: their date is another by now, look again; refused: nothing was chosen or written. */
export type ToldAnswer =
  { kind: "told" | "changed" } | { kind: "refused"; field: "code" | "text"; message: string };

const MOST_TEXT = 2000;

/** Keeps what a patient told, or who answers for them (`saidBy`), for staff to read. Nothing of it takes a place or the list away. */
export async function tellUs(of: Invitation, saidBy: ResponseGiver, told: Told): Promise<ToldAnswer> {
  const fault = faultOf(told);
  if (fault) return { kind: "refused", ...fault };
  const actor = { kind: "patient", invitation: of.id } as const;
  return store().commit(actor, "patient.word", async (tx): Promise<ToldAnswer> => {
    if (told.kind === "dateAnswer" && !(await answerDate(of, saidBy, told))) return { kind: "changed" };
    const { kind, code, text } = told;
    const word = { entry: of.entry, kind, code, text, saidBy, needsReading: needsReading(told) };
    await insertWord(tx, word, of);
    if (kind === "stillWant") await lookAgain(tx, of, saidBy, code);
    return { kind: "told" };
  });
}

const CHOOSE: Partial<Record<PatientWordKind, string>> = {
  stillWant: "Select whether you still want the operation",
  shortNotice: "Select whether we can call you if a place comes free",
  dateAnswer: "Select whether you can come on this date",
};

function faultOf({ kind, code, text }: Told): { field: "code" | "text"; message: string } | null {
  const codes = TOLD_CODES[kind];
  if (codes.length > 0 && !codes.includes(code))
    return { field: "code", message: CHOOSE[kind] ?? "Select an answer" };
  if (codes.length === 0 && text === "") return { field: "text", message: "Write something first" };
  if (text.length <= MOST_TEXT) return null;
  return { field: "text", message: `Use ${MOST_TEXT} characters or fewer. You used ${text.length}` };
}

/** Whoever is not sure is called, and what the rules say of it counts at once, as it does from a form. */
async function lookAgain(tx: Tx, of: Invitation, saidBy: ResponseGiver, wants: string): Promise<void> {
  await raiseTasks(tx, stillWantTasks(of, wants, saidBy));
  const own = await organisationScope(tx.db, of.organisation);
  const known = await assessmentsOfEntry(own, tx.db, of.entry);
  if (known.length > 0) await assessEntry(own, store(), { kind: "patient", invitation: of.id }, of.entry);
}

/** What only confirms needs nobody's eyes; all else does. */
const needsReading = ({ kind, code }: Told): boolean =>
  kind === "shortNotice" ? false : !["yes", "accepted"].includes(code);

/** The answer to a date goes to the list that they were told of; it frees no place. */
async function answerDate(of: Invitation, saidBy: ResponseGiver, { code, date }: Told): Promise<boolean> {
  const db = store().db;
  const own = await ownDate(db, of, today());
  if (own?.date !== date) return false;
  const whole = await organisationScope(db, of.organisation);
  const actor = { kind: "patient", invitation: of.id } as const;
  const outcome = await recordNotices(whole, store(), actor, {
    ...{ session: own.session, entries: [of.entry], date: own.date, today: today() },
    kind: code as "accepted" | "declined" | "askedToChange",
    channel: own.channel as NoticeChannel,
    note: markedIfForThem("On their own page", saidBy),
  });
  return outcome.kind === "recorded";
}
