import type { Fault } from "~/domain/fault";
import type { PreviousPlacement } from "~/domain/plan-input";
import { readJson } from "./json";
import { having, listOf, text, type JsonPath, type ShapeFault } from "./json-shape";
import type { ReadContext } from "./result";

const MOST = 1_000_000;
const CASE = having({ pathwayId: text("the pathway identifier of a case") });
const SESSION = having({
  sessionId: text("the identifier of a session"),
  cases: listOf(CASE, MOST, "a list of cases in brackets [ ]"),
});
const PLAN = having({ sessions: listOf(SESSION, MOST, "a list of sessions in brackets [ ]") });

interface PlanOfCases {
  sessions: { sessionId: string; cases: { pathwayId: string }[] }[];
}

/** Reads where the cases of an earlier plan.json stand; any fault refuses the file, an entry placed twice included. */
export function readPreviousPlan(
  bytes: Uint8Array,
  context: Pick<ReadContext, "file">,
): { placements: PreviousPlacement[] | null; refused: Fault[] } {
  const { value, refused } = readJson(bytes, context.file, planOfCases);
  if (refused.length > 0) return { placements: null, refused };
  return { placements: placementsOf(value as PlanOfCases), refused: [] };
}

function planOfCases(value: unknown, path: JsonPath): ShapeFault[] {
  const faults = PLAN(value, path);
  return faults.length > 0 ? faults : placedTwice(value as PlanOfCases);
}

function placedTwice(plan: PlanOfCases): ShapeFault[] {
  const placed = new Map<string, string>();
  return plan.sessions.flatMap(({ sessionId, cases }, session) =>
    cases.flatMap(({ pathwayId }, index) => {
      const earlier = placed.get(pathwayId);
      placed.set(pathwayId, earlier ?? sessionId);
      if (earlier === undefined) return [];
      const path = ["sessions", session, "cases", index, "pathwayId"];
      return [{ path, message: `This entry is in session ${earlier} as well: expected once.` }];
    }),
  );
}

function placementsOf(plan: PlanOfCases): PreviousPlacement[] {
  return plan.sessions.flatMap(({ sessionId, cases }) =>
    cases.map(({ pathwayId }) => ({ pathwayId, sessionId })),
  );
}
