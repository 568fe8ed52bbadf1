import { describe, expect, it } from "vitest";
import { clashes, scoreOf } from "~solver/check";
import { Draft } from "~solver/draft";
import { pointsOf } from "~solver/plan-points";
import { prepare } from "~solver/prepare";
import { randomOf } from "~solver/random";
import { relax } from "~solver/relaxation";
import { randomProblem } from "./random-problem";

const STEPS = 60;

/** A walk that adds and removes at random: where draft and judge differ, and how often each answer was given. */
function walk(seed: number): { wrong: string[]; taken: number; refused: number } {
  const problem = { ...randomProblem(seed), pins: [] };
  const model = prepare(problem);
  const draft = new Draft(model, relax(model).tolerantRooms);
  const random = randomOf(seed);
  const optionsOf = (slots: readonly number[]) => slots.map((slot) => model.slotOption[slot]!);
  const result = { wrong: [] as string[], taken: 0, refused: 0 };
  for (let step = 0; step < STEPS && model.slotCase.length > 0; step++) {
    const slot = Math.floor(random() * model.slotCase.length);
    const held = draft.taken();
    if (held.includes(slot)) {
      draft.remove(slot);
      continue;
    }
    const broken = clashes(problem, optionsOf([...held, slot])).map(({ rule }) => rule);
    const added = draft.tryAdd(slot);
    if (added !== (broken.length === 0)) result.wrong.push(`seed ${seed}: ${added} but ${broken.join()}`);
    result[added ? "taken" : "refused"]++;
  }
  const { score } = scoreOf(problem, optionsOf(draft.taken()));
  const points = pointsOf(model, draft.taken());
  if (score !== points) result.wrong.push(`seed ${seed}: scores ${score}, adds up to ${points}`);
  return result;
}

describe("a plan under construction", () => {
  it("takes a case exactly where the judge finds every rule kept, and adds up to the judge's score", () => {
    const walks = Array.from({ length: 300 }, (_, seed) => walk(seed));
    expect(walks.flatMap(({ wrong }) => wrong)).toEqual([]);
    expect(Math.min(sum(walks, "taken"), sum(walks, "refused"))).toBeGreaterThan(1000);
  });
});

function sum(walks: readonly { taken: number; refused: number }[], of: "taken" | "refused"): number {
  return walks.reduce((total, each) => total + each[of], 0);
}
