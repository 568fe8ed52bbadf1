import type { Answers } from "../answers";

/** The answers to a check-in, and when they were sent; UTC instant. */
export interface CheckedIn {
  response: string;
  completedAt: string;
  answers: Answers;
}

/** The questions whose answers tell of a change of health; none: nothing has changed. */
export function healthChanges(
  answers: Answers,
  telling: Readonly<Record<string, readonly string[]>>,
): string[] {
  return Object.entries(telling)
    .filter(([question, codes]) =>
      [answers[question] ?? []].flat().some((code) => codes.includes(String(code))),
    )
    .map(([question]) => question);
}

/**
 * The last check-in that told of a change of health which nobody has looked at: sent after the last decision about
 * fitness and after the last answers about health, both UTC instants, null: never. A later check-in that tells of none
 * does not take it back.
 */
export function openChange(
  checkedIn: readonly CheckedIn[],
  telling: Readonly<Record<string, readonly string[]>>,
  { decidedAt, answeredAt }: { decidedAt: string | null; answeredAt: string | null },
): CheckedIn | null {
  const since =
    [decidedAt, answeredAt]
      .filter((at) => at !== null)
      .sort()
      .at(-1) ?? "";
  const open = checkedIn.filter(
    ({ completedAt, answers }) => completedAt > since && healthChanges(answers, telling).length > 0,
  );
  return open.sort((a, b) => (a.completedAt < b.completedAt ? 1 : -1))[0] ?? null;
}
