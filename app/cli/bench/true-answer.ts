import type { OneMore, OverrunRaised } from "~/domain/plan-reasons";
import type { BuiltProblem } from "~/services/build-problem.server";
import type { PlanContext } from "~/services/planning/plan-context.server";
import type { Solved } from "~solver/solution";
import type { Change, WarmAnswer } from "~solver/warm/change";
import { Warm } from "~solver/warm/warm";
import { apartFromPerson, runBeside } from "./relaxed";

/** A plan, and the warm solver that stands on it. */
export interface Planned {
  context: PlanContext;
  built: BuiltProblem;
  solved: Pick<Solved, "options" | "prices">;
  warm: Warm;
}

/** What there may be one unit more of. */
export type OfOneUnit = OneMore | OverrunRaised;

/** What planning again finds with one unit more. */
export function trueAnswer(planned: Planned, what: OfOneUnit): WarmAnswer {
  if (what.kind === "overlap") return besideAnswer(planned, what);
  if (what.kind === "secondCase") return secondCaseAnswer(planned, what);
  return planned.warm.solve(changeOf(planned, what));
}

type Of<Kind extends OfOneUnit["kind"]> = Extract<OfOneUnit, { kind: Kind }>;

function changeOf(planned: Planned, what: Exclude<OfOneUnit, Of<"overlap" | "secondCase">>): Change {
  const { lists, capacities, reserves } = planned.built.problem;
  if (what.kind === "overrun") return { overrun: what.to };
  if (what.kind === "resource") {
    const id = `${what.resource} ${what.site} ${what.date} ${what.period}`;
    return { capacities: [{ capacity: capacities.findIndex((one) => one.id === id), by: 1 }] };
  }
  if (what.kind === "reserve") {
    const reserve = reserves.findIndex(({ id }) => id === `${what.treatmentFunction} week ${what.week}`);
    return { reserves: [{ reserve, minutes: Math.floor(reserves[reserve]!.maxMinutes) + what.minutes }] };
  }
  const list = listOf(planned, what.sessionId);
  const { length, maxCases } = lists[list]!;
  if (what.kind === "case") return { lists: [{ list, maxCases: maxCases! + 1 }] };
  return { lists: [{ list, minutes: length + what.minutes }] };
}

/** The plan stands where the empty list has hardly a minute yet, so that it is the list that is looked at. */
function besideAnswer(planned: Planned, { sessionId, beside }: Of<"overlap">): WarmAnswer {
  const { built, solved, warm } = planned;
  const list = listOf(planned, sessionId);
  const apart = runBeside(built.problem, list, listOf(planned, beside));
  const lists = apart.lists.map((one, at) => (at === list ? { ...one, length: 1 } : one));
  const minutes = built.problem.lists[list]!.length;
  return sound(warm.over({ ...apart, lists }, solved)).solve({ lists: [{ list, minutes }] });
}

/** The second case is forced into its place. */
function secondCaseAnswer(planned: Planned, { sessionId, ...name }: Of<"secondCase">): WarmAnswer {
  const { built, solved, warm } = planned;
  const { options } = built.problem;
  const list = listOf(planned, sessionId);
  const caseNumber = built.entries.findIndex(
    ({ pathwayId, issuer }) => pathwayId === name.pathwayId && issuer === (name.issuer ?? ""),
  );
  const pin = options.case.findIndex((one, at) => one === caseNumber && options.list[at] === list);
  return sound(warm.over(apartFromPerson(built.problem, caseNumber), solved)).solve({ pins: [pin] });
}

const listOf = ({ built }: Planned, sessionId: string): number =>
  built.problem.lists.findIndex(({ id }) => id === sessionId);

function sound(warm: ReturnType<Warm["over"]>): Warm {
  if (warm instanceof Warm) return warm;
  throw new Error(`the plan does not keep the rules of the relaxed problem: ${warm.kind}`);
}
