import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CONTRACT_FILES, type PlanInput } from "~/domain/plan-input";
import { resolvePolicy, type PolicyOverrides } from "~/domain/resolve-policy";
import { readPins } from "~/import/pins";
import { readResources } from "~/import/resources";
import { readSessions } from "~/import/sessions";
import { readWaitingList } from "~/import/waiting-list";
import { SHARED } from "./shared";

/** Runs make-instance.mjs into a folder of its own; gives the folder. */
export function makeInstance(options: Record<string, string | number>): string {
  const out = mkdtempSync(join(tmpdir(), "hublist-instance-"));
  const words = Object.entries({ ...options, out }).flatMap(([name, value]) => [`--${name}`, String(value)]);
  execFileSync(process.execPath, [join(SHARED ?? "", "tools", "make-instance.mjs"), ...words]);
  return out;
}

/** Reads a folder of the file contract as the planner does. */
export function readInput(
  folder: string,
  {
    planDate,
    policy = {},
    pinsFile,
  }: { planDate?: string; policy?: PolicyOverrides; pinsFile?: string } = {},
): PlanInput {
  const on = planDate ?? planDateOf(folder);
  const bytes = (name: string) => readFileSync(join(folder, name));
  const at = (file: string) => ({ file, planDate: on });
  const entries = readWaitingList(bytes("waiting-list.csv"), at("waiting-list.csv"));
  const sessions = readSessions(bytes("sessions.csv"), at("sessions.csv"));
  const resources = existsSync(join(folder, "resources.csv"))
    ? readResources(bytes("resources.csv"), at("resources.csv")).rows
    : [];
  return {
    planDate: on,
    entries: entries.rows,
    sessions: sessions.rows,
    resources,
    policy: resolvePolicy(policy),
    pins: pinsFile ? readPins(readFileSync(pinsFile), at("pins.csv")).rows : [],
    previous: null,
    rejected: [...entries.rejected, ...sessions.rejected],
    warnings: [...entries.warnings, ...sessions.warnings],
    files: CONTRACT_FILES,
  };
}

function planDateOf(folder: string): string {
  const about = JSON.parse(readFileSync(join(folder, "instance.json"), "utf8")) as { planDate: string };
  return about.planDate;
}
