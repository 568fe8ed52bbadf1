import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { SHARED } from "./shared";

/** What the judge's reading of the file contract offers (tools/instance.mjs), as far as tests use it. */
export interface Judge {
  readInstance(
    folder: string,
    planDate: string | undefined,
    policy?: object,
    pinsFile?: string | null,
  ): JudgedInstance;
  forbidden(instance: JudgedInstance, entry: JudgedEntry, session: JudgedSession): string | null;
  reasonUnplaced(instance: JudgedInstance, entry: JudgedEntry): string;
  overrunProbability(instance: JudgedInstance, session: JudgedSession, cases: JudgedEntry[]): number;
  sessionHolds(instance: JudgedInstance, session: JudgedSession, cases: JudgedEntry[]): boolean;
  reserveBroken(instance: JudgedInstance, lists: Map<JudgedSession, JudgedEntry[]>): string[];
  worth(
    instance: JudgedInstance,
    lists: Map<JudgedSession, JudgedEntry[]>,
  ): Record<string, number> & { score: number };
  parseCsv(text: string): (Record<string, string> & { row: number })[];
}

export interface JudgedEntry {
  id: string;
  row: number;
  minutes: number;
  sd: number;
  tfc: string;
}

export interface JudgedSession {
  id: string;
  open: boolean;
  length: number;
}

export interface JudgedInstance {
  entries: JudgedEntry[];
  sessions: JudgedSession[];
  planDate: string;
  pins: Map<string, { session: string; skip: Set<string> }>;
}

/** The judge; only where the shared material is. */
export async function judge(): Promise<Judge> {
  const file = join(SHARED ?? "", "tools", "instance.mjs");
  return (await import(/* @vite-ignore */ pathToFileURL(file).href)) as Judge;
}
