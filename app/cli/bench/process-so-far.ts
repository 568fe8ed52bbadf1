import { readFileSync } from "node:fs";

/** What a running process and its children have taken so far. */
export interface SoFar {
  /** Processor seconds of all of them. */
  cpu: number;
  /** Most memory that one of them has held, bytes. */
  memory: number;
}

export const NOTHING: SoFar = { cpu: 0, memory: 0 };
const TICKS_A_SECOND = 100;

/** Reads what the system says of a process; nothing where it does not say (Linux does). */
export function soFar(pid: number | undefined): SoFar {
  if (pid === undefined) return NOTHING;
  try {
    const file = (name: string) => readFileSync(`/proc/${pid}/${name}`, "utf8");
    const children = file(`task/${pid}/children`).split(" ").filter(Boolean);
    const memory = 1024 * Number(/^VmHWM:\s+(\d+) kB/m.exec(file("status"))?.[1] ?? 0);
    // After the name in brackets: state is the first field, user and system ticks the 12th and 13th.
    const fields = file("stat").split(") ").at(-1)!.split(" ");
    const own = { cpu: (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND, memory };
    return children.map((child) => soFar(Number(child))).reduce(together, own);
  } catch {
    return NOTHING;
  }
}

function together(a: SoFar, b: SoFar): SoFar {
  return { cpu: a.cpu + b.cpu, memory: Math.max(a.memory, b.memory) };
}

/** The later and larger of two readings; a process that has just ended reads as nothing. */
export function larger(a: SoFar, b: SoFar): SoFar {
  return { cpu: Math.max(a.cpu, b.cpu), memory: Math.max(a.memory, b.memory) };
}
