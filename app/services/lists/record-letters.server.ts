import type { IsoDate } from "~/domain/calendar";
import { formText } from "~/http/form-text";
import type { Actor } from "~db/actor";
import type { Scope } from "~db/scope";
import type { Store } from "~db/store";
import { recordNotices } from "./tell-patients.server";

export type LettersOutcome =
  { kind: "recorded"; letters: number } | { kind: "problem"; status: 400 | 409; sentence: string };

/**
 * Records letters that a person says were printed and sent: all of them or none. Each choice of the form is
 * `session|date|entry`; `size` is `large` for large print.
 */
export async function recordLetters(
  scope: Scope,
  store: Store,
  actor: Actor,
  { form, today }: { form: FormData; today: IsoDate },
): Promise<LettersOutcome> {
  const chosen = chosenLetters(form);
  if (chosen.size === 0)
    return { kind: "problem", status: 400, sentence: "Choose the letters that were printed and sent." };
  const channel = formText(form, "size") === "large" ? "largePrintLetter" : "letter";
  const problem = { kind: "problem", status: 409, sentence: STALE } as const;
  try {
    return await store.commit(actor, "patient.letters", async (): Promise<LettersOutcome> => {
      let letters = 0;
      for (const [place, entries] of chosen) {
        const [session = "", date = ""] = place.split("|");
        const asked = { session, date, entries, channel, kind: "told", note: "", today } as const;
        const outcome = await recordNotices(scope, store, actor, asked);
        if (outcome.kind !== "recorded") throw new NotAsSeen();
        letters += outcome.entries;
      }
      return { kind: "recorded", letters };
    });
  } catch (error) {
    if (error instanceof NotAsSeen) return problem;
    throw error;
  }
}

const STALE =
  "A list was changed since you opened this page, so nothing was recorded. Look at the letters as they are now: a date that has moved needs a new letter.";

/** Undoes what was recorded of other lists. */
class NotAsSeen extends Error {}

function chosenLetters(form: FormData): Map<string, string[]> {
  const chosen = new Map<string, string[]>();
  for (const value of form.getAll("letter")) {
    if (typeof value !== "string") continue;
    const [session = "", date = "", entry = ""] = value.split("|");
    const place = `${session}|${date}`;
    chosen.set(place, [...(chosen.get(place) ?? []), entry]);
  }
  return chosen;
}
