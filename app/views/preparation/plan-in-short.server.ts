import { today } from "~/clock.server";
import type { IsoDate } from "~/domain/calendar";
import { planStanding } from "~/domain/perioperative/preparation/progress";
import { planNow } from "~/services/preparation/suggest-now.server";
import { store } from "~/store.server";
import { stepsOfEntries } from "~db/preparation/steps";
import type { Scope } from "~db/scope";
import type { HeldEntry } from "~db/waiting-list";

/** How a patient's plan stands, for their card. */
export interface PlanInShort {
  /** none: nothing to suggest from; suggested: nobody has confirmed it. */
  state: "none" | "suggested" | "confirmed";
  actions: number;
  done: number;
  overdue: number;
  help: number;
  /** It no longer fits. */
  changed: boolean;
  earliestReady: IsoDate | null;
}

/** The short of it for an entry that a scoped read has found. */
export async function planInShort(scope: Scope, held: HeldEntry): Promise<PlanInShort> {
  const { db } = store();
  const { plan, suggested, changes } = await planNow(scope, db, held);
  const content = plan?.content ?? suggested?.content;
  const steps = plan ? await stepsOfEntries(scope, db, [held.id]) : [];
  const standing = plan ? planStanding(plan.content.items, steps, today()) : [];
  return {
    state: plan ? "confirmed" : suggested ? "suggested" : "none",
    actions: content?.items.length ?? 0,
    done: standing.filter(({ done }) => done !== null).length,
    overdue: standing.filter(({ overdue }) => overdue).length,
    help: standing.filter(({ help }) => help !== null).length,
    changed: changes !== null,
    earliestReady: content?.earliestReady ?? null,
  };
}
