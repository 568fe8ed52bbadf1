import { expect, it } from "vitest";
import { operatedWords } from "~/domain/operated";

const DAY = "2026-12-15";
const TODAY = "2026-12-20";

it("says what to do where the waiting list has an entry again that counts as operated on", () => {
  const words = (recorded: boolean, returnedOn: string | null) =>
    operatedWords({ date: DAY, recorded, returnedOn }, TODAY);
  expect(words(false, null)).not.toMatch(/again since/);
  expect(words(false, "2026-12-17")).toMatch(
    /has it again since 17 December\. If the operation did not take place, cancel that case/,
  );
  expect(words(true, null)).not.toMatch(/correct the record/);
  expect(words(true, "2026-12-17")).toMatch(
    /again since 17 December\. If the operation did not take place, correct the record of the day/,
  );
});
