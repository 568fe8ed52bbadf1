import { formText } from "~/http/form-text";

/** The order that a form of places asks for. */
export interface OrderGiven {
  /** Ids first to last; null: leave it to the rules. */
  entries: string[] | null;
  golden: string | null;
  base: number;
  reason: string;
}

const LONGEST = 500;

/**
 * Reads the form in which each case has a number for its place. Cases with the same number keep the order that they had
 * on the page; a text that is no number is told.
 */
export function readOrderForm(form: FormData): OrderGiven | { problem: string } {
  const entries = form.getAll("entry").filter((value) => typeof value === "string");
  const places = entries.map((entry) => formText(form, `place-${entry}`));
  const wrong = places.findIndex((place) => !/^\d{1,3}$/.test(place));
  const rules = formText(form, "how") === "rules";
  if (wrong >= 0 && !rules)
    return { problem: `Enter a whole number for each place: “${places[wrong]}” is none.` };
  const base = formText(form, "base");
  if (!/^\d{1,9}$/.test(base))
    return { problem: "The form does not say which order it stands on. Open it again." };
  const ordered = entries
    .map((entry, at) => ({ entry, at, place: Number(places[at]) }))
    .sort((a, b) => a.place - b.place || a.at - b.at)
    .map(({ entry }) => entry);
  return {
    entries: rules ? null : ordered,
    golden: formText(form, "golden") || null,
    base: Number(base),
    reason: formText(form, "reason").slice(0, LONGEST),
  };
}
