import { number } from "~/domain/figure-words";
import { gapFigure, mebibytes, seconds } from "./figures";
import { middleOf, type Measured, type Measurement } from "./measurement";
import type { PeerRun } from "./peer-runs";
import type { Section } from "./section";

/** One table of peers for each instance that they solved; what must be known to read them stands below the last. */
export function peerSections(measurement: Measurement): Section[] {
  const sections = measurement.filter(({ peers }) => peers.length > 0).map(peerSection);
  sections.at(-1)?.after.push(NOTE);
  return sections;
}

const HEAD = ["", "score", "below bound", "own bound", "CPU s", "memory", "remark"];

function peerSection(measured: Measured): Section {
  const { name, seed, peers, peerSeconds } = measured;
  const { score, bound, cpu, memory } = middleOf(measured);
  const own = [
    "Hublist",
    number(score),
    gapFigure(score, bound),
    number(bound),
    seconds(cpu),
    mebibytes(memory),
  ];
  return {
    title: `Peers on ${name}, seed ${seed}`,
    before: `The same instance and score, ${peerSeconds} processor seconds each, reading included. "Below bound" is against Hublist's bound, ${number(bound)}, which holds for every plan.`,
    rows: [
      HEAD,
      [...own, score === bound ? "proven optimal" : ""],
      ...peers.map((each) => rowOf(each, bound)),
    ],
    after: [comparison(measured)],
  };
}

const NOTE = `The engines get one compact mixed-integer program: a column for each pair, every rule exact but the overrun rule. That rule is lognormal and not linear, so it stands in a linear form that is always on its safe side; a peer's own bound holds for that narrower program, not for the week. Every answer is decoded and judged by the rules themselves; one that breaks a rule or has fractions has no score. CBC and GLPK are native programs; GLPK and javascript-lp-solver count wall time, so their limit is stretched by the share of a processor that the process got before. An engine that does not come back is killed at a tenth more than its time and 5 s.`;

function rowOf({ version, peer, ended, cpu, memory }: PeerRun, best: number): string[] {
  const took = cpu > 0 ? [seconds(cpu), mebibytes(memory)] : ["", ""];
  const name = version ?? peer;
  const blank = (remark: string, bound: number | null = null) => {
    return [name, "none", "", bound === null ? "" : number(bound), ...took, remark];
  };
  switch (ended.kind) {
    case "plan": {
      const bound = ended.bound === null ? "" : number(ended.bound);
      const remark = ended.optimal ? "its program's optimum" : "";
      return [name, number(ended.score), gapFigure(ended.score, best), bound, ...took, remark];
    }
    case "invalid":
      return blank(`not a valid plan (${ended.why})`, ended.bound);
    case "none":
      return blank("no plan in its time", ended.bound);
    case "killed":
      return blank("no answer, killed");
    case "failed":
      return blank(ended.why);
  }
}

function comparison(measured: Measured): string {
  const { score, bound } = middleOf(measured);
  const scores = measured.peers.flatMap(({ peer, ended }) =>
    ended.kind === "plan" && peer !== "hand rule" ? [ended.score] : [],
  );
  if (scores.length === 0) return "No engine gave a plan.";
  const best = Math.max(...scores);
  if (score === bound)
    return `Hublist's plan is optimal; the best engine's scores ${number(bound - best)} less.`;
  const share = (bound - score) / (bound - best);
  return `Hublist's gap is ${share.toFixed(2)} of the best engine's against the same bound.`;
}
