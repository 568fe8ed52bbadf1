import { REFERRAL_STATES } from "~/domain/perioperative/preparation/step";
import type { Actor } from "~db/actor";
import type { Scope } from "~db/scope";
import type { Store } from "~db/store";
import { findEntry } from "~db/waiting-list";
import { takeStep, type StepAnswer, type StepGiven } from "./take-step.server";

/** Records what staff did about an action. `field`: the fields of the form, `does`, `item`, `referral`, `text`. */
export async function staffStep(
  scope: Scope,
  store: Store,
  actor: Actor,
  entry: string,
  field: (name: string) => string,
): Promise<StepAnswer> {
  const held = await findEntry(scope, store.db, entry);
  const given = stepOf(field);
  if (held === null || given === null) return { kind: "notFound" };
  const of = { organisation: held.organisation, site: held.entry.listingSite, entry };
  return takeStep(of, store, actor, given);
}

function stepOf(field: (name: string) => string): StepGiven | null {
  const [item, text] = [field("item"), field("text")];
  const kind = (["done", "open", "referral"] as const).find((one) => one === field("does"));
  if (!kind) return null;
  if (kind !== "referral") return { item, kind, referral: null, text };
  const referral = REFERRAL_STATES.find((one) => one === field("referral"));
  return referral ? { item, kind, referral, text } : null;
}
