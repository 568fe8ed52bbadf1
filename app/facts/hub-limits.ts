import type { HubLimits } from "~/domain/perioperative/hub-limits";
import type { Confidence } from "./priority-codes";
import table from "./hub-limits.json";

/** What a limit is called, and where its default comes from. */
export interface HubLimitFacts {
  words: string;
  status: Confidence;
  source: string;
}

const limits = table.limits as Record<keyof HubLimits, HubLimitFacts>;

export const HUB_LIMIT_NAMES = Object.keys(table.limits) as (keyof HubLimits)[];
/** Words and source of a hub's limit. */
export const hubLimitFacts = (name: keyof HubLimits): HubLimitFacts => limits[name];
