import { lastUndoOffered } from "~/services/hand/undo-change.server";
import { heldHandWeek, type HeldHandWeek } from "~/services/hand/held-week.server";
import { actKey, type WeekListAct } from "~/services/hand/undo-list.server";
import { store } from "~/store.server";
import { personFacts } from "../week-case";
import type { People } from "../week-people.server";
import { peopleShown, type HandPageAsked } from "./hand-people.server";
import { sessionWords } from "./hand-words";

/** What taking back would do. `act`: of an order, held minutes or a kept case, its key; empty: places, of that revision. */
export interface UndoShown {
  revision: number;
  act: string;
  sentence: string;
}

/** The page that asks once more before a change is taken back. */
export async function undoPage(asked: HandPageAsked) {
  const week = await heldHandWeek(store(), asked);
  return { undo: await undoShown(asked, week), revision: week.revision };
}

/** What taking back the reader's last change would do, in words; null: there is nothing to take back. */
export async function undoShown(asked: HandPageAsked, week: HeldHandWeek): Promise<UndoShown | null> {
  const { user, scope } = asked;
  const undo = await lastUndoOffered(scope, store().db, { kind: "user", id: user.id }, week);
  if (undo === null) return null;
  if (undo.kind === "list") {
    const { act } = undo.undo;
    const sentence = await listUndoSentence(asked, week, act);
    return { revision: 0, act: actKey(act), sentence };
  }
  const people = await peopleShown(
    asked,
    week,
    [],
    undo.undo.moves.map(({ entry }) => entry),
  );
  const sentence = undo.undo.moves.map((move) => undoSentence(week, people, move)).join("; ");
  return { revision: undo.undo.revision, act: "", sentence };
}

/** What taking back an order, held minutes or a kept case would do. */
async function listUndoSentence(
  asked: HandPageAsked,
  week: HeldHandWeek,
  { what, session }: WeekListAct,
): Promise<string> {
  const at = week.sessions.get(session)?.session;
  const where = at ? sessionWords(week, at) : "a list that is gone";
  if (what.kind === "slot")
    return what.held
      ? `${what.minutes} held minutes free again in ${where}`
      : `${what.minutes} minutes of ${where} on hold again`;
  if (what.kind === "order") return `the order of ${where} as it was`;
  const people = await peopleShown(asked, week, [], [what.entry]);
  const { patient } = personFacts(people.get(what.entry), "a patient", week.week);
  return what.held ? `${patient} free to move again` : `${patient} kept in ${where} again`;
}

function undoSentence(
  week: HeldHandWeek,
  people: People,
  { entry, session }: { entry: string; session: string | null },
): string {
  const name = personFacts(people.get(entry), "a patient", week.week).patient;
  const place = session === null ? undefined : week.sessions.get(session)?.session;
  return place ? `${name} back to ${sessionWords(week, place)}` : `${name} off the lists again`;
}
