import { afterEach, beforeEach, expect, it } from "vitest";
import { endedWords } from "~/services/solve-week-words.server";
import { startJob, type WeekWork } from "~/services/solve-week-worker.server";
import { heldHub, PLAN_DATE, settingsOf, WEEK, type HeldHub } from "./solve-week-hub";

/** Megabytes in which no week can be read. */
const TOO_LITTLE = 12;

let held: HeldHub;
beforeEach(async () => void (held = await heldHub()));
afterEach(() => held.close());

it("says in a word that memory ran out, and what to do", async () => {
  const work: WeekWork = {
    run: "a-run",
    settings: settingsOf(held.folder),
    ...{ organisation: "RQM", sites: held.scope.sites, week: WEEK, planDate: PLAN_DATE },
    ...{ seed: 1, steps: 100, timeLimit: null, workers: 1, movePrice: 0, policyNumber: 0, toldMovesMax: 0 },
    scenario: null,
  };
  const outcome = await startJob(work, () => undefined, TOO_LITTLE).outcome;
  expect(outcome).toMatchObject({ kind: "crashed", word: "out of memory" });
  if (outcome.kind === "planned") return;
  expect(endedWords(outcome).message).toContain("more memory than it may take");
});
