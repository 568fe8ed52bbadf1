import type { SessionEvent } from "../session-event";

/**
 * Surgeons who had a session once and have it no longer, by code, with the UTC instant at which each lost it: to a team
 * that took it, or by giving back what they had taken. `events` in any order, all of one session; `owner`: the team of
 * the file or the schedule; `team`: who has it now.
 */
export function formerSurgeons(
  events: readonly SessionEvent[],
  owner: readonly string[],
  team: readonly string[],
): Map<string, string> {
  const lost = new Map<string, string>();
  let before = owner;
  for (const { kind, detail, at } of [...events].sort((a, b) => a.number - b.number)) {
    if (kind !== "taken" && kind !== "givenBack") continue;
    const after = kind === "taken" ? (detail.surgeons ?? []) : owner;
    for (const surgeon of before) if (!after.includes(surgeon)) lost.set(surgeon, at);
    before = after;
  }
  for (const surgeon of team) lost.delete(surgeon);
  return lost;
}
