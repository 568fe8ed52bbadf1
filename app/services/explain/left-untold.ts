import { counted, number } from "~/domain/figure-words";

/** What a plan does not tell because its time limit came first. */
export interface LeftUntold {
  /** Entries without a place for which a session had no room, and those whose nearest place was not looked for. */
  entries: number;
  withoutNearest: number;
  /** What would give entries a place, and what binds the plan. */
  changes: boolean;
}

/** The words of a plan that is told in part; null: it is told whole. */
export function toldInPart({ entries, withoutNearest, changes }: LeftUntold): string | null {
  if (withoutNearest === 0 && !changes) return null;
  const nearest =
    withoutNearest > 0
      ? `the nearest place of ${number(withoutNearest)} of ${counted(entries, "entry", "entries")} that found no room, `
      : "";
  return `in part: the time limit left no time for ${nearest}what would give them a place and what binds the plan`;
}
