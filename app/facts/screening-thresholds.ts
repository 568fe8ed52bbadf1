import type { ThresholdName } from "~/domain/perioperative/thresholds";
import type { SettingFacts } from "./workspace-settings";
import facts from "./screening-thresholds.json";

const thresholds: Record<ThresholdName, SettingFacts> = facts.thresholds;

/** Words, unit, limits and source of a border of the screening rules. */
export const thresholdFacts = (name: ThresholdName): SettingFacts => thresholds[name];
