import { check } from "~solver/check";
import type { Problem } from "~solver/problem";
import { compactMip } from "../compact-mip";
import { judgedAnswer, type JudgedAnswer } from "../judged-answer";
import { cbc } from "./cbc";
import { glpk } from "./glpk";
import { handRule } from "./hand-rule";
import { highs } from "./highs";
import { javascriptLpSolver } from "./javascript-lp-solver";
import type { MipAnswer, MipEngine } from "./peer";

/** Who else solves the same problem. */
export const PEERS = ["hand rule", "javascript-lp-solver", "HiGHS", "CBC", "GLPK"] as const;
export type PeerName = (typeof PEERS)[number];

const ENGINES: Record<Exclude<PeerName, "hand rule">, MipEngine> = {
  "javascript-lp-solver": javascriptLpSolver,
  HiGHS: highs,
  CBC: cbc,
  GLPK: glpk,
};

/** Name and version of a peer; null when it is not installed. */
export async function peerVersion(name: PeerName): Promise<string | null> {
  return name === "hand rule" ? "hand rule" : ENGINES[name].version();
}

/** What a peer made of a problem, and what a program outside Node took for it. */
export interface PeerAnswer {
  judged: JudgedAnswer;
  outside: MipAnswer["outside"];
}

/**
 * Solves a problem with one peer and judges its answer.
 * @param secondsLeft processor seconds that it may still take
 */
export async function peerAnswer(
  problem: Problem,
  name: PeerName,
  secondsLeft: () => number,
): Promise<PeerAnswer> {
  if (name === "hand rule") return { judged: byHand(problem), outside: undefined };
  const mip = compactMip(problem);
  const answer = await ENGINES[name].solve(mip, secondsLeft());
  return { judged: judgedAnswer(problem, mip, answer), outside: answer.outside };
}

function byHand(problem: Problem): JudgedAnswer {
  const { score, violations } = check(problem, handRule(problem));
  if (violations.length > 0) throw new Error(`the hand rule broke ${violations.length} rules`);
  return { kind: "plan", score, bound: null, optimal: false };
}
