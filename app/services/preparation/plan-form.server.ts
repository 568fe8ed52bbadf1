import { SEEN_BY } from "~/domain/perioperative/decision";
import type { PreparationAction } from "~/domain/perioperative/preparation/action";
import { OWNERS, worksOn, type Owner } from "~/domain/perioperative/preparation/owner";
import {
  earliestReady,
  PLAN_PHASES,
  REFERRALS,
  type PlanContent,
  type PlanItem,
} from "~/domain/perioperative/preparation/plan";
import { dueOf, quotedText } from "~/domain/perioperative/preparation/suggest-plan";
import type { ApprovedText } from "~/domain/perioperative/preparation/approved-text";
import { spokenDate } from "~/domain/spoken-date";
import type { IsoDate } from "~/domain/calendar";
import { formText } from "~/http/form-text";
import { isoDateOf } from "~/import/dates";
import { actionSet } from "./action-set.server";
import type { PlanGiven } from "./confirm-plan.server";
import { isHoliday } from "./suggest-now.server";

/** What is wrong with one field of a form, and how to mend it. */
export interface PlanProblem {
  field: string;
  message: string;
}

/** What the form was shown from. */
export interface PlanShown {
  content: Pick<PlanContent, "items" | "removed" | "goingHome" | "chosen">;
  others: readonly PreparationAction[];
  texts: ReadonlyMap<string, ApprovedText>;
  surgeryOn: IsoDate | null;
  /** Number of the next action in own words. */
  nextOwn: number;
  today: IsoDate;
}

const LONGEST = 500;

/**
 * Reads a plan as a nurse looked it through: of each action `remove-ID` with `why-ID`, `due-ID` and `owner-ID`; actions
 * of the table that were added, `add`; one in own words, `own-…`; and what readiness follows.
 */
export function readPlanForm(
  form: FormData,
  shown: PlanShown,
): { given: PlanGiven; problems: null } | { given: null; problems: PlanProblem[] } {
  const problems: PlanProblem[] = [];
  const text = (name: string) => formText(form, name).slice(0, LONGEST);
  const removed = [...shown.content.removed];
  const items = shown.content.items.flatMap((item) => {
    if (text(`remove-${item.id}`) !== "yes") return readItem(item, text, shown, problems);
    const reason = text(`why-${item.id}`);
    if (reason === "")
      problems.push({ field: `why-${item.id}`, message: `${item.title}: say why it is left out` });
    removed.push({ id: item.id, title: item.title, reason });
    return [];
  });
  const added = shown.others
    .filter(({ id }) => form.getAll("add").includes(id))
    .map((action) => addedItem(action, shown));
  const own = readOwn(text, shown, problems);
  const numbers = ["base", "assessment", "readinessBase"].map((name) => formText(form, name));
  if (!numbers.every((number) => /^\d{1,9}$/.test(number)))
    problems.push({ field: "", message: "Open the plan again: the form is not whole" });
  const optimise = text("optimise") === "yes";
  const seen = SEEN_BY.find((one) => one === text("seen"));
  if (text("optimise") === "")
    problems.push({ field: "optimise", message: "Say what counts for the planner" });
  if (optimise && !seen) problems.push({ field: "seen", message: "Say how you have seen the patient" });
  if (numbers[0] !== "0" && text("reason") === "")
    problems.push({ field: "reason", message: "Say why the plan changes, in a few words" });
  if (items.length + added.length + (own ? 1 : 0) === 0 && problems.length === 0)
    problems.push({ field: "", message: "Keep or add at least one action" });
  const all = [...items, ...added, ...(own ? [own] : [])];
  if (optimise && earliestReady(all) === null)
    problems.push({
      field: "optimise",
      message: "No action that blocks has a due date, so there is no day to be ready by",
    });
  if (problems.length > 0) return { given: null, problems };
  const ids = new Set(added.map(({ id }) => id));
  const content = {
    items: all,
    removed: removed.filter(({ id }) => !ids.has(id)),
    chosen: [...shown.content.chosen, ...ids],
    goingHome: shown.content.goingHome,
  };
  const [base, assessment, readinessBase] = numbers.map(Number) as [number, number, number];
  return {
    given: {
      ...{ base, assessment, readinessBase, content, optimise, seen: seen ?? "read" },
      surgeryOn: text("surgeryOn") || null,
      ...{ reason: text("reason"), read: text("read") === "yes", tell: text("tell") === "yes" },
    },
    problems: null,
  };
}

type Text = (name: string) => string;

function readItem(item: PlanItem, text: Text, shown: PlanShown, problems: PlanProblem[]): PlanItem {
  const owner = OWNERS.find((one) => one === text(`owner-${item.id}`)) ?? item.owner;
  const due = readDue(`due-${item.id}`, { ...item, owner }, text, shown, problems);
  return { ...item, owner, due };
}

/** The due date of a field; one that was not changed stands as it is. */
function readDue(
  field: string,
  item: Pick<PlanItem, "title" | "due" | "owner" | "blocks">,
  text: Text,
  { today }: PlanShown,
  problems: PlanProblem[],
): IsoDate | null {
  const typed = text(field);
  const wrong = (message: string) => {
    problems.push({ field, message: `${item.title}: ${message}` });
    return null;
  };
  if (typed === "")
    return item.blocks && item.due !== null ? wrong("it blocks, so it needs a due date") : null;
  const { date } = isoDateOf(typed);
  if (date === null) return wrong("enter the due date as year, month, day, such as 2027-01-12");
  if (date !== item.due && date < today) return wrong("enter a due date from today on");
  if (!worksOn(item.owner, date, isHoliday)) {
    const who = actionSet().owners[item.owner].staff;
    return wrong(
      `${spokenDate(date, today)} is a weekend or bank holiday, when this owner does not work (${who})`,
    );
  }
  return date;
}

function addedItem(action: PreparationAction, { texts, surgeryOn, today }: PlanShown): PlanItem {
  const { id, title, patientText, staffText, owner, phase, blocks, referral } = action;
  const due = dueOf(action, { today, surgeryOn, isHoliday });
  const because = ["Added on review"];
  return {
    ...{ id, title, patientText, staffText, owner, phase, due, blocks, referral, because },
    quotes: quotedText(action.text, texts),
  };
}

function readOwn(text: Text, shown: PlanShown, problems: PlanProblem[]): PlanItem | null {
  const [title, patientText] = [text("own-title"), text("own-text")];
  if (title === "" && patientText === "") return null;
  if (title === "") problems.push({ field: "own-title", message: "Give your own action a heading" });
  if (patientText === "")
    problems.push({ field: "own-text", message: "Write what the patient reads about your own action" });
  const owner: Owner = OWNERS.find((one) => one === text("own-owner")) ?? "patient";
  const blocks = text("own-blocks") === "yes";
  const due = readDue(
    "own-due",
    { title: title || "Your own action", due: blocks ? "needed" : null, owner, blocks },
    text,
    shown,
    problems,
  );
  return {
    id: `own-${shown.nextOwn}`,
    ...{ title, patientText, staffText: "", owner, due, blocks, quotes: null },
    phase: PLAN_PHASES.find((one) => one === text("own-phase")) ?? "before",
    referral: REFERRALS.find((one) => one === text("own-referral")) ?? null,
    because: ["Added on review, in own words"],
  };
}
