import { spokenDate } from "~/domain/spoken-date";
import type { Reader } from "~db/engine";
import { findAccount } from "~db/users";

/** By whom something was done, by name: a person, or Hublist itself. */
export async function whoWords(db: Reader, actor: string): Promise<string> {
  const [kind, id = ""] = actor.split(":");
  if (kind !== "user") return "Hublist";
  return (await findAccount(db, id))?.name ?? "somebody whose account is gone";
}

/** Who did something and when: `by Sam Okonkwo on 20 November`. */
export async function actWords(db: Reader, { by, at }: { by: string; at: string }): Promise<string> {
  const date = at.slice(0, 10);
  return `by ${await whoWords(db, by)} on ${spokenDate(date, date)}`;
}
