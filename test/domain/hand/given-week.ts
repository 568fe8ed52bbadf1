import { HandWeek, type HandFacts, type StandingCase } from "~/domain/hand/hand-week";
import { resolvePolicy } from "~/domain/resolve-policy";
import type { TheatreSession } from "~/domain/theatre";
import type { WaitingListEntry } from "~/domain/waiting-list";

/** Plan date of the given weeks: twenty-four days before the sessions of test/factories.ts. */
export const PLAN_DATE = "2026-11-20";

/** A week of these sessions with these cases on their lists, by the default policy unless said otherwise. */
export function aHandWeek(
  sessions: TheatreSession[],
  placed: [WaitingListEntry, TheatreSession][] = [],
  facts: Partial<HandFacts> = {},
): HandWeek {
  const standing: StandingCase[] = placed.map(([entry, session]) => ({ entry, session, override: [] }));
  return HandWeek.of({
    planDate: PLAN_DATE,
    ...{ sessions, standing },
    resources: [],
    policy: resolvePolicy({}),
    names: {
      specialty: (code) => (code === "110" ? "Orthopaedics" : code),
      site: (code) => code,
      equipment: (code) => (code === "C_ARM" ? "C-arm" : code),
    },
    flagsOf: () => ({ bads: false, hvlc: false }),
    ...facts,
  });
}
