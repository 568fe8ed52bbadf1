/** Who writes: a signed-in person by account id, a patient by their invitation, or a command or job by its name. */
export type Actor =
  { kind: "user"; id: string } | { kind: "patient"; invitation: string } | { kind: "command"; name: string };

/** The actor as the audit and the `…By` columns keep it: `user:ID`, `patient:INVITATION` or `command:NAME`. */
export function actorText(actor: Actor): string {
  if (actor.kind === "patient") return `patient:${actor.invitation}`;
  return actor.kind === "user" ? `user:${actor.id}` : `command:${actor.name}`;
}
