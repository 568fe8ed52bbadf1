import { formText } from "~/http/form-text";
import { LIST_BREAKS, type BreakCode } from "~/domain/hand/hand-break";
import { REASONS } from "~/domain/reasons";
import { changeList, type ListChange, type ListOutcome } from "~/services/hand/change-list.server";
import { changePlaces, type PlacesAsked } from "~/services/hand/change-places.server";
import { heldHandWeek } from "~/services/hand/held-week.server";
import type { Store } from "~db/store";
import { entriesById } from "~db/waiting-list";
import { nameShown } from "../entry-words";
import { baseRevision } from "./hand-asked.server";
import type { HandPageAsked } from "./hand-people.server";
import { sessionWords } from "./hand-words";
import { handAnswer, type HandAnswer } from "./hand-answer.server";
import { permitsOf } from "./hand-case.server";

const CODES: readonly string[] = [...REASONS, ...LIST_BREAKS];
const LONGEST_REASON = 500;

/**
 * Makes the change of a case that a form asks for: `do` is move, out, swap, order, earlier, later, keep or letGo. Null when the
 * case or the place is not there for the person.
 */
export async function changeCase(
  store: Store,
  asked: HandPageAsked,
  entry: string,
  form: FormData,
): Promise<HandAnswer | null> {
  const what = formText(form, "do");
  const reason = formText(form, "reason").slice(0, LONGEST_REASON);
  if (what === "move" || what === "out" || what === "swap")
    return changePlace(store, asked, entry, form, reason);
  if (!Object.hasOwn(DONE, what)) return null;
  const kind = what as keyof typeof DONE;
  const change = listChange(kind, entry, form);
  const { user, scope, organisation, week, today } = asked;
  const outcome = await changeList(scope, permitsOf(user), store, actorOf(asked), {
    ...{ organisation, week, today, change, reason },
    session: formText(form, "session"),
  });
  if (outcome.kind === "notFound") return null;
  return listAnswer(outcome, `${await patientName(store, asked, entry)} ${DONE[kind]}`);
}

function listChange(kind: keyof typeof DONE, entry: string, form: FormData): ListChange {
  const base = Number(formText(form, "base"));
  if (kind === "keep" || kind === "letGo") return { kind, entry };
  if (kind === "order") return { kind, base, entries: formText(form, "entries").split(" ").filter(Boolean) };
  return { kind, entry, base };
}

const DONE = {
  order: "is at its new place in the list",
  earlier: "goes earlier",
  later: "goes later",
  keep: "is kept here when the week is planned again",
  letGo: "may be moved when the week is planned again",
};

const actorOf = ({ user }: HandPageAsked) => ({ kind: "user", id: user.id }) as const;

async function changePlace(
  store: Store,
  asked: HandPageAsked,
  entry: string,
  form: FormData,
  reason: string,
): Promise<HandAnswer | null> {
  const { user, scope, organisation, week: start, today } = asked;
  const week = await heldHandWeek(store, asked);
  const lifted = form
    .getAll("lifted")
    .flatMap((code) => (CODES.includes(String(code)) ? [String(code) as BreakCode] : []));
  const moves = movesAsked(form, entry, (id) => {
    const held = week.entries.get(id);
    const standing = held && week.hand.placeOf(held.entry);
    return standing ? (week.idOf.get(standing.session) ?? null) : null;
  });
  if (moves === "unchosen")
    return {
      kind: "refused",
      heading: "Nothing was changed",
      sentences: ["Choose a place first."],
      ask: true,
    };
  if (moves === null) return null;
  const wanted: PlacesAsked = {
    organisation,
    week: start,
    today,
    moves,
    lifted,
    reason,
    baseRevision: baseRevision(form),
  };
  const outcome = await changePlaces(scope, permitsOf(user), store, actorOf(asked), wanted);
  if (outcome.kind === "notFound") return null;
  const name = await patientName(store, asked, entry);
  const to = moves.find((move) => move.entry === entry)?.session ?? null;
  const session = to === null ? undefined : week.sessions.get(to)?.session;
  const words = session
    ? `${name} is in ${sessionWords(week, session)}`
    : `${name} is off the lists of this week`;
  return handAnswer(
    user,
    scope,
    asked,
    outcome,
    moves.length === 2 ? `${words}, and the other in the first place` : words,
  );
}

type Moves = PlacesAsked["moves"];

function movesAsked(
  form: FormData,
  entry: string,
  placeOf: (entry: string) => string | null,
): Moves | "unchosen" | null {
  const what = formText(form, "do");
  if (what === "out") return [{ entry, session: null }];
  if (what === "move") {
    const to = formText(form, "to");
    return to === "" ? "unchosen" : [{ entry, session: to }];
  }
  const other = formText(form, "with");
  if (other === "") return "unchosen";
  const [own, theirs] = [placeOf(entry), placeOf(other)];
  if (own === null || theirs === null || other === entry) return null;
  // The places that the person saw: when one of them has moved since, the revision tells.
  return [
    { entry, session: theirs },
    { entry: other, session: own },
  ];
}

async function patientName(store: Store, { user, organisation }: HandPageAsked, id: string): Promise<string> {
  const scope = { organisations: [organisation], sites: user.scope("patient.view").sites };
  const held = (await entriesById(scope, store.db, [id])).get(id);
  return (held && nameShown(held.entry.details)) || "The patient";
}

/** Puts what came of a change of one list into words. */
export function listAnswer(outcome: Exclude<ListOutcome, { kind: "notFound" }>, done: string): HandAnswer {
  const refused = (sentence: string, ask = false): HandAnswer => ({
    ...{ kind: "refused", heading: "Nothing was changed", sentences: [sentence], ask },
  });
  switch (outcome.kind) {
    case "changed":
    case "unchanged":
      return { kind: "done", words: `${done}.`, revision: 0 };
    case "changedSince":
      return refused("Somebody else has ordered this list since you opened it. Look at it again first.");
    case "refused":
      return refused(outcome.sentence);
    case "lacksReason":
      return refused("This change needs a reason.", true);
    case "lacksPermission":
      return refused("The list is locked: only somebody who may reopen locked lists can change it.");
  }
}

/** What a form said, to be shown again when it was not accepted. */
export function typedOf(form: FormData): { typed: Record<string, string>; lifted: string[] } {
  const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
  return { typed, lifted: form.getAll("lifted").map(String) };
}
