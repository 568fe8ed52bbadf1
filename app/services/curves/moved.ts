import type { Plan } from "~/domain/plan";
import type { PreviousPlacement } from "~/domain/plan-input";

/** How many patients of an earlier plan do not keep their session in this one. */
export function movedFrom(placements: readonly PreviousPlacement[], plan: Pick<Plan, "sessions">): number {
  const places = new Set<string>();
  for (const { sessionId, cases } of plan.sessions)
    for (const { pathwayId, issuer } of cases) {
      places.add(placeOf(pathwayId, issuer, sessionId));
      places.add(placeOf(pathwayId, undefined, sessionId));
    }
  return placements.filter(
    ({ pathwayId, issuer, sessionId }) => !places.has(placeOf(pathwayId, issuer, sessionId)),
  ).length;
}

function placeOf(pathwayId: string, issuer: string | undefined, sessionId: string): string {
  return `${issuer ?? "-"}|${pathwayId}|${sessionId}`;
}
