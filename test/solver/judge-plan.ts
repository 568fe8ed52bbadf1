import type { Solved } from "~solver/solution";
import type { Loaded } from "./instance-problem";

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/** A solution as the plan file that the judge reads. */
export function judgePlan({ judge, instance, sessions, problem }: Loaded, solution: Solved): object {
  const bySession = sessions.map((): number[] => []);
  for (const option of solution.options)
    bySession[problem.options.list[option] as number]?.push(problem.options.case[option] as number);
  const placed = new Set(bySession.flat());
  const { score, bound, measures } = solution;
  return {
    planDate: instance.planDate,
    status: score === bound ? "optimal" : "feasible",
    score,
    bound,
    gap: bound > 0 ? (bound - score) / bound : 0,
    measures,
    engine: solution.engine,
    sessions: sessions.map((s, at) => {
      const entries = (bySession[at] ?? []).map((c) => instance.entries[c]!);
      const turnaround = judge.turnaround(instance, s);
      let start = s.start;
      const cases = entries.map((e, order) => {
        const one = { pathwayId: e.id, order: order + 1, start: clock(start), minutes: e.minutes };
        start += e.minutes + turnaround;
        return one;
      });
      const overrunProbability = judge.overrunProbability(instance, s, entries);
      return {
        sessionId: s.id,
        plannedMinutes: entries.length ? start - s.start - turnaround : 0,
        overrunProbability,
        cases,
      };
    }),
    unplaced: instance.entries
      .filter((_, c) => !placed.has(c))
      .map((e) => ({ pathwayId: e.id, reason: judge.reasonUnplaced(instance, e) })),
    rejected: [],
  };
}
