import type { IsoDate } from "~/domain/calendar";
import type { Actor } from "~db/actor";
import { recordDebrief } from "~db/debriefs";
import type { Scope } from "~db/scope";
import type { Store } from "~db/store";
import { findSession } from "~db/theatre-sessions";

/** What a team says of a list; texts are codes of app/facts/debrief-reasons.json, empty where nothing was asked. */
export interface DebriefSaid {
  session: string;
  /** Number of the debrief that the form showed; 0: none. */
  base: number;
  lateStart: string;
  /** By entry of the case after the gap. */
  gaps: ReadonlyMap<string, string>;
  earlyFinish: string;
  note: string;
  today: IsoDate;
}

export type DebriefAnswer =
  | { kind: "recorded" }
  | { kind: "changedSince"; by: string }
  | { kind: "tooEarly"; date: IsoDate }
  | { kind: "notFound" };

/** Records what the team says at the debrief; of two at once the second sees the first. */
export async function saveDebrief(
  scope: Scope,
  store: Store,
  actor: Actor,
  { gaps, today, ...said }: DebriefSaid,
): Promise<DebriefAnswer> {
  const held = await findSession(scope, store.db, said.session);
  if (held === null) return { kind: "notFound" };
  const { date, site } = held.session;
  if (date > today) return { kind: "tooEarly", date };
  const written = [...gaps].map(([entry, code]) => `${entry}:${code}`).join(";");
  return store.commit(actor, "day.debrief", async (tx) => {
    const about = { organisation: held.organisation, site };
    const outcome = await recordDebrief(tx, { ...said, gaps: written }, about);
    return outcome.kind === "recorded" ? { kind: "recorded" } : outcome;
  });
}

/** The reason of each gap as it was kept, by entry of the case after it. */
export function gapsOf(written: string): Map<string, string> {
  return new Map(
    written
      .split(";")
      .filter(Boolean)
      .map((part): [string, string] => {
        const colon = part.lastIndexOf(":");
        return [part.slice(0, colon), part.slice(colon + 1)];
      }),
  );
}
