import type { Instance } from "./instance-problem";
import type { JudgedAnswer } from "./judged-answer";
import { measuredRun, type MeasuredRun } from "./measured-run";
import { PEERS, peerVersion, type PeerAnswer, type PeerName } from "./peers/peers";

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

/** Solves an instance with every peer that is installed, one after another, each in a process that dies at the limit. */
export async function peerRuns(
  instance: Instance,
  seconds: number,
  stop: AbortSignal,
  onPeer: (name: PeerName) => void,
): Promise<PeerRun[]> {
  const runs: PeerRun[] = [];
  for (const peer of PEERS) {
    if (stop.aborted) break;
    onPeer(peer);
    const version = await peerVersion(peer);
    const run = version === null ? ABSENT : await peerRun(instance, peer, seconds, stop);
    if (!stop.aborted) runs.push({ peer, version, ...run });
  }
  return runs;
}

const ABSENT = { cpu: 0, memory: 0, ended: { kind: "failed", why: "not installed" } } as const;

async function peerRun(
  { folder, planDate }: Instance,
  peer: PeerName,
  seconds: number,
  stop: AbortSignal,
): Promise<Omit<PeerRun, "peer" | "version">> {
  const words = [peer, folder, planDate, String(seconds)];
  const run = await measuredRun("bench-peer", words, seconds * GRACE + GRACE_SECONDS, stop);
  const { cpu, memory } = run;
  if (run.code !== 0) return { cpu, memory, ended: brokenOff(run) };
  const { judged, outside } = JSON.parse(run.out.trim().split("\n").at(-1)!) as PeerAnswer;
  return {
    cpu: cpu + (outside?.cpu ?? 0),
    memory: Math.max(memory, outside?.memory ?? 0),
    ended: judged,
  };
}

/** How an engine ended that gave no answer. */
function brokenOff({ code, err }: MeasuredRun): PeerRun["ended"] {
  if (/out of memory|Array buffer allocation|bad_alloc|Invalid (array|string) length/i.test(err))
    return { kind: "failed", why: "out of memory" };
  return code === null ? { kind: "killed" } : { kind: "failed", why: "broke off" };
}
