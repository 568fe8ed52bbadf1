import { formText } from "~/http/form-text";
import { changeList, type ListChange } from "~/services/hand/change-list.server";
import type { Store } from "~db/store";
import { listAnswer } from "./change-case.server";
import type { HandAnswer } from "./hand-answer.server";
import type { HandPageAsked } from "./hand-people.server";
import { permitsOf } from "./hand-case.server";

const MOST_MINUTES = 1_440;
const LONGEST_REASON = 500;

/** Makes the change of a list that a form asks for. Null when the list or the case is not there for the person. */
export async function changeOneList(
  store: Store,
  { user, scope, organisation, week, today }: HandPageAsked,
  session: string,
  form: FormData,
): Promise<HandAnswer | null> {
  const asked = changeAsked(form);
  if (asked === null) return null;
  if (typeof asked === "string")
    return { kind: "refused", heading: "Nothing was changed", sentences: [asked], ask: true };
  const reason = formText(form, "reason").slice(0, LONGEST_REASON);
  const actor = { kind: "user", id: user.id } as const;
  const wanted = { organisation, week, today, session, reason, change: asked };
  const outcome = await changeList(scope, permitsOf(user), store, actor, wanted);
  return outcome.kind === "notFound" ? null : listAnswer(outcome, doneWords(asked));
}

/** The change, what is wrong with the form, or null for one that no page sends. */
function changeAsked(form: FormData): ListChange | string | null {
  const base = Number(formText(form, "base"));
  const entry = formText(form, "entry");
  const what = formText(form, "do");
  switch (what) {
    case "earlier":
    case "later":
      return { kind: what, entry, base };
    case "rules":
      return { kind: "order", entries: [], base };
    case "release":
      return { kind: "releaseSlot", slot: formText(form, "slot") };
    case "hold": {
      const minutes = formText(form, "minutes");
      const whole = /^\d{1,4}$/.test(minutes) ? Number(minutes) : 0;
      if (whole < 1 || whole > MOST_MINUTES)
        return "Enter the minutes to hold as a whole number, such as 30.";
      return { kind: "holdSlot", minutes: whole };
    }
    default:
      return null;
  }
}

function doneWords(change: ListChange): string {
  switch (change.kind) {
    case "holdSlot":
      return `${change.minutes} minutes are held`;
    case "releaseSlot":
      return "The minutes are free again";
    case "order":
      return "The list is in the order of the rules";
    default:
      return "The order is changed";
  }
}
