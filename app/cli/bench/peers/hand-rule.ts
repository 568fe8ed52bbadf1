import { firstFit } from "~solver/first-fit";
import { prepare } from "~solver/prepare";
import type { Problem } from "~solver/problem";
import { relax } from "~solver/relaxation";

/** The plan that a careful person makes by hand, as options of the problem. */
export function handRule(problem: Problem): number[] {
  const model = prepare(problem);
  const slots = firstFit(model, relax(model).tolerantRooms).taken();
  return slots.map((slot) => model.slotOption[slot]!);
}
