/** Who writes: a signed-in person by account id, or a command or job by its name. */
export type Actor = { kind: "user"; id: string } | { kind: "command"; name: string };

/** The actor as the audit and the `…By` columns keep it: `user:ID` or `command:NAME`. */
export function actorText(actor: Actor): string {
  return actor.kind === "user" ? `user:${actor.id}` : `command:${actor.name}`;
}
