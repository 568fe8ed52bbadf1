import { clashes } from "~solver/check";
import type { Problem } from "~solver/problem";
import { randomOf, type Random } from "~solver/random";
import { run } from "~solver/run";
import type { Solved } from "~solver/solution";
import type { Change } from "~solver/warm/change";
import { Warm } from "~solver/warm/warm";
import { Refusal } from "../hublist/command";
import {
  estimatesBesideTruth,
  placesBesideTruth,
  rulesBesideTruth,
  type Estimated,
  type EstimatedUnit,
} from "./estimates";
import { instanceProblem, type Instance } from "./instance-problem";

/** One question to a warm solver: what it took in seconds and what came of it. */
export interface WarmRun {
  what: string;
  wall: number;
  cpu: number;
  /** Gap of the answer, as a share of its bound. */
  gap: number;
  /** Cases that stand elsewhere than before, or nowhere. */
  moved: number;
}

/** Questions of every kind to one instance, and the seconds in which its solver got ready from plan and prices. */
export interface WarmRuns {
  wake: number;
  runs: WarmRun[];
  /** The dearest units of time and shared things, and those of rules, estimated and asked. */
  estimates: EstimatedUnit[];
  /** Cases without a place, what placing them was said to change, and asked. */
  places: Estimated[];
}

const DRAWS = 12;
const PINS = 5;
const UNITS = 30;
const WORKER = new URL("./solver-worker.js", import.meta.url);

/** Solves an instance, keeps it warm and asks it changed questions; null when it was stopped. Throws a Refusal. */
export async function warmRuns(
  instance: Instance,
  seed: number,
  stop: AbortSignal,
): Promise<WarmRuns | null> {
  const { problem, context, built } = await instanceProblem(instance);
  const solved = await solvedBy(problem, seed, stop);
  if (solved === null) return null;
  const began = performance.now();
  const warm = Warm.from(problem, solved);
  if (!(warm instanceof Warm)) throw new Refusal(`${instance.name}: a warm solver cannot be made of it.`);
  const wake = (performance.now() - began) / 1000;
  const [rehearsal, ...questions] = questionsOf(problem, solved, randomOf(seed));
  if (rehearsal) warm.solve(rehearsal.change);
  const runs = questions.flatMap(({ what, change }) => asked(warm, what, change));
  const planned = { context, built, solved, warm };
  return {
    ...{ wake, runs },
    estimates: [...estimatesBesideTruth(planned, UNITS), ...rulesBesideTruth(planned, UNITS)],
    places: placesBesideTruth(planned, UNITS),
  };
}

async function solvedBy(problem: Problem, seed: number, stop: AbortSignal): Promise<Solved | null> {
  const solving = run(WORKER, problem, { seed, steps: null, timeLimit: null, workers: 1 });
  stop.addEventListener("abort", () => solving.kill(), { once: true });
  const outcome = await solving.outcome;
  if (outcome.kind === "killed") return null;
  if (outcome.kind === "finished" && outcome.solution.kind === "solved") return outcome.solution;
  throw new Refusal("The instance cannot be solved, so no warm solver can be made of it.");
}

interface Question {
  what: string;
  change: Change;
}

/** The first is asked before anything is measured, so that Node has compiled what answers are made of. */
function questionsOf(problem: Problem, solved: Solved, random: Random): Question[] {
  const draws = Array.from({ length: DRAWS });
  const priced = solved.prices.capacities
    .map((price, capacity) => ({ price, capacity }))
    .filter(({ price }) => price > 0)
    .sort((a, b) => b.price - a.price || a.capacity - b.capacity);
  return [
    { what: "rehearsal", change: { pins: drawn(problem, solved, PINS, random) } },
    ...draws.map(() => ({ what: "five pins", change: { pins: drawn(problem, solved, PINS, random) } })),
    ...draws.map(() => ({ what: "one case forced in", change: { pins: drawn(problem, solved, 1, random) } })),
    ...priced.slice(0, DRAWS).map(({ capacity }) => ({
      what: "one unit more",
      change: { capacities: [{ capacity, by: 1 }] },
    })),
  ];
}

/** Places of cases that have none, drawn so that they can all be had. */
function drawn(problem: Problem, { options }: Solved, count: number, random: Random): number[] {
  const placed = new Set(options.map((option) => problem.options.case[option]));
  const pins: number[] = [];
  for (let tries = 0; pins.length < count && tries < 1000; tries++) {
    const pin = Math.floor(random() * problem.options.case.length);
    const isFree = !placed.has(problem.options.case[pin]) && !pins.includes(pin);
    if (isFree && clashes(problem, [...problem.pins, ...pins, pin]).length === 0) pins.push(pin);
  }
  return pins;
}

function asked(warm: Warm, what: string, change: Change): WarmRun[] {
  const [began, before] = [performance.now(), process.cpuUsage()];
  const answer = warm.solve(change);
  const wall = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(before);
  if (answer.kind !== "solved") return [];
  const { bound, score, moved } = answer;
  const gap = bound > 0 ? (bound - score) / bound : 0;
  return [{ what, wall, cpu: (user + system) / 1e6, gap, moved: moved.out.length }];
}
