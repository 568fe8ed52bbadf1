import type { ActionChoice } from "~/domain/perioperative/preparation/action";
import { formText } from "~/http/form-text";
import type { Actor } from "~db/actor";
import type { Scope } from "~db/scope";
import type { Store } from "~db/store";
import { currentSettings, saveSettings, type SaveSettingsOutcome } from "~db/workspace-settings";
import { actionSet } from "./action-set.server";

/** What is wrong with one field, and how to mend it. */
export interface ActionProblem {
  field: string;
  message: string;
}

/** What a person chose about actions, for all sites or for one. */
export interface ActionsGiven {
  base: number;
  choices: Record<string, ActionChoice>;
  reason: string;
}

const MOST_DAYS = 365;
const MOST_TEXT = 500;

/** Reads the form: `on-ID`, `days-ID`, `blocks-ID` and `text-ID`; empty is as it comes. Days are without their sign. */
export function readActionsForm(
  form: FormData,
): { given: ActionsGiven; problems: null } | { given: null; problems: ActionProblem[] } {
  const problems: ActionProblem[] = [];
  const choices: Record<string, ActionChoice> = {};
  for (const { id, title, due, text } of actionSet().actions) {
    const choice: ActionChoice = {};
    const on = formText(form, `on-${id}`);
    if (on === "on" || on === "off") choice.on = on === "on";
    const blocks = formText(form, `blocks-${id}`);
    if (blocks === "yes" || blocks === "no") choice.blocks = blocks === "yes";
    const days = formText(form, `days-${id}`);
    if (/^\d{1,3}$/.test(days) && Number(days) <= MOST_DAYS)
      choice.days = due.days < 0 ? -Number(days) : Number(days);
    else if (days !== "")
      problems.push({ field: `days-${id}`, message: `${title}: enter whole days, 0 to ${MOST_DAYS}` });
    const words = text === null ? formText(form, `text-${id}`) : "";
    if (words.length > MOST_TEXT)
      problems.push({ field: `text-${id}`, message: `${title}: use ${MOST_TEXT} characters or fewer` });
    else if (words !== "") choice.text = words;
    if (Object.keys(choice).length > 0) choices[id] = choice;
  }
  const reason = formText(form, "reason").slice(0, MOST_TEXT);
  if (reason === "") problems.push({ field: "reason", message: "Say why it changes, in a few words" });
  const base = formText(form, "base");
  if (!/^\d{1,9}$/.test(base))
    problems.push({ field: "", message: "Open the page again: the form is not whole" });
  if (problems.length > 0) return { given: null, problems };
  return { given: { base: Number(base), choices, reason }, problems: null };
}

/** Saves the actions of all sites (`site` empty) or of one as the next version of the organisation's settings. */
export async function saveActions(
  scope: Scope,
  store: Store,
  actor: Actor,
  { organisation, site }: { organisation: string; site: string },
  { base, choices, reason }: ActionsGiven,
): Promise<SaveSettingsOutcome> {
  return store.commit(actor, "preparation.save", async (tx) => {
    const { settings } = await currentSettings(scope, tx.db, organisation);
    const { all, sites } = settings.preparation;
    const preparation = site === "" ? { all: choices, sites } : { all, sites: { ...sites, [site]: choices } };
    return saveSettings(scope, store, actor, {
      ...{ organisation, base, reason },
      settings: { ...settings, preparation },
    });
  });
}
