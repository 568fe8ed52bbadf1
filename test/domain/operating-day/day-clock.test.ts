import { expect, it } from "vitest";
import { dayClock } from "~/domain/operating-day/day-minute";

it.each([
  [0, "00:00"],
  [1439, "23:59"],
  [1440, "00:00 the next day"],
  [1575, "02:15 the next day"],
])("minute %i of a day is %s", (minute, said) => {
  expect(dayClock(minute)).toBe(said);
});
