import type { ResourceIndex, ResourceNeeds } from "../resource-index";
import type { SharedResource, TheatreSession } from "../theatre";

/** A case that stands on a list, with what it takes of its site. */
export interface StandingCase {
  needs: ResourceNeeds;
  session: TheatreSession;
}

/**
 * The first shared resource that has nothing left for one more case in a session, beside those that stand already; null
 * when all have. A set that the session uses already serves this case too.
 */
export function lackingBeside(
  index: ResourceIndex,
  standing: readonly StandingCase[],
  needs: ResourceNeeds,
  session: TheatreSession,
): SharedResource | null {
  const { used, sets } = usedBy(index, standing);
  const has = (at: number) => index.limits[at]!.quantity - (used.get(at) ?? 0) >= 1;
  const wanted = [
    ...index.caseUse(needs, session),
    ...needs.equipment
      .filter((code) => !sets.has(`${session.sessionId}|${code}`))
      .flatMap((code) => index.equipmentUse(code, session)),
  ];
  const none = wanted.find((at) => !has(at));
  return none === undefined ? null : index.limits[none]!;
}

function usedBy(index: ResourceIndex, standing: readonly StandingCase[]) {
  const used = new Map<number, number>();
  const sets = new Set<string>();
  const take = (at: number) => used.set(at, (used.get(at) ?? 0) + 1);
  for (const { needs, session } of standing) {
    index.caseUse(needs, session).forEach(take);
    for (const code of needs.equipment) {
      const set = `${session.sessionId}|${code}`;
      if (sets.has(set)) continue;
      sets.add(set);
      index.equipmentUse(code, session).forEach(take);
    }
  }
  return { used, sets };
}
