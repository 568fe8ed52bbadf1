import { clockTime, minutesOfDay, type ClockTime } from "../calendar";

/** Start times of the cases of a list in their order: each when the one before has ended and the theatre is ready. */
export function startTimes(
  sessionStart: ClockTime,
  turnaround: number,
  minutesInOrder: readonly number[],
): ClockTime[] {
  let clock = minutesOfDay(sessionStart);
  return minutesInOrder.map((minutes) => {
    const start = clockTime(clock);
    clock += minutes + turnaround;
    return start;
  });
}
