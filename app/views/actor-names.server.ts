import { store } from "~/store.server";
import { findAccount } from "~db/users";

/** Names of those who did something, as the audit keeps them (`user:ID`, `patient:INVITATION` or `command:NAME`). */
export async function actorNames(actors: string[]): Promise<(actor: string) => string> {
  const names = new Map<string, string>();
  for (const actor of new Set(actors)) names.set(actor, await nameOf(actor));
  return (actor) => names.get(actor) ?? actor;
}

async function nameOf(actor: string): Promise<string> {
  const [kind, name = ""] = [actor.slice(0, actor.indexOf(":")), actor.slice(actor.indexOf(":") + 1)];
  if (kind === "patient") return "The patient, or somebody for them";
  if (kind !== "user") return `Hublist (${name})`;
  return (await findAccount(store().db, name))?.name ?? "An account that is gone";
}
