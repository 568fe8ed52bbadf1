import { basename } from "node:path";
import type { Fault } from "~/domain/fault";
import { readPlanFiles, type PlanFile, type PlanFilesRead } from "~/import/plan-files";
import { readFileBytes } from "~/import/read-file.server";
import type { PlanCommand } from "./plan-options";

/** Reads the files that a command line names. A file that cannot be opened is a fault like one inside it. */
export async function readNamedFiles(command: PlanCommand): Promise<PlanFilesRead> {
  const faults: Fault[] = [];
  const open = async (path: string | null): Promise<PlanFile | null> => {
    if (path === null) return null;
    const { bytes, refused } = await readFileBytes(path);
    faults.push(...(refused ?? []));
    return bytes && { file: basename(path), bytes };
  };
  const waitingList = await open(command.waitingList);
  const sessions = await open(command.sessions);
  const others = {
    resources: await open(command.resources),
    policy: await open(command.policy),
    pins: await open(command.pins),
    previous: await open(command.previous),
  };
  if (faults.length || !waitingList || !sessions) return { kind: "refused", faults };
  const { planDate, movePrice, maxMoves } = command;
  return readPlanFiles({ waitingList, sessions, ...others }, planDate, { movePrice, maxMoves });
}
