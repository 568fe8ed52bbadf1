import type { Instance } from "./instance-problem";
import type { JudgedAnswer } from "./judged-answer";
import { measuredRun, type MeasuredRun } from "./measured-run";
import { peerVersion, type PeerAnswer, type PeerName } from "./peers/peers";

/** What a peer took and what came of it. */
export interface PeerRun {
  peer: PeerName;
  /** Name and version; null: not installed here. */
  version: string | null;
  cpu: number;
  memory: number;
  ended: JudgedAnswer | { kind: "killed" } | { kind: "failed"; why: string };
}

/** An engine is asked to stop this much before it is killed. */
const GRACE = 1.1;
const GRACE_SECONDS = 5;

const ABSENT = { cpu: 0, memory: 0, ended: { kind: "failed", why: "not installed" } } as const;

/** Solves an instance with one peer, in a process that dies at the limit; null when it was stopped. */
export async function peerRun(
  { folder, planDate }: Instance,
  peer: PeerName,
  seconds: number,
  stop: AbortSignal,
): Promise<PeerRun | null> {
  const version = await peerVersion(peer);
  if (version === null) return { peer, version, ...ABSENT };
  const words = [peer, folder, planDate, String(seconds)];
  const run = await measuredRun("bench-peer", words, seconds * GRACE + GRACE_SECONDS, stop);
  if (stop.aborted) return null;
  if (run.code !== 0) return { peer, version, cpu: run.cpu, memory: run.memory, ended: brokenOff(run) };
  const { judged, outside } = JSON.parse(run.out.trim().split("\n").at(-1)!) as PeerAnswer;
  return {
    peer,
    version,
    cpu: run.cpu + (outside?.cpu ?? 0),
    memory: Math.max(run.memory, outside?.memory ?? 0),
    ended: judged,
  };
}

/** How an engine ended that gave no answer. */
function brokenOff({ code, err }: MeasuredRun): PeerRun["ended"] {
  if (/out of memory|Array buffer allocation|bad_alloc|Invalid (typed array|array|string) length/i.test(err))
    return { kind: "failed", why: "out of memory" };
  return code === null ? { kind: "killed" } : { kind: "failed", why: "broke off" };
}
