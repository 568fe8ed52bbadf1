import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { latestAnswers } from "~/services/questionnaire/latest-answers.server";
import { assessEntry } from "~/services/triage/assess-entry.server";
import { answerLines } from "~/views/triage/answer-lines";
import { answersOf } from "../../domain/perioperative/fit-patient";
import { HUB, PATIENT, respond, triageHub, type TriageHub } from "./triage-hub";

let hub: TriageHub;
beforeAll(async () => void (hub = await triageHub()));
afterAll(() => hub.close());

describe("a patient who ticks high blood pressure and then says no to it", () => {
  const answer = async (ticks: object) => {
    const [entry] = hub.ids as [string];
    await respond(hub.store, entry, answersOf({ answers: { high_bp: "no" } }), { ...ticks });
    await assessEntry(HUB, hub.store, PATIENT, entry);
    return { entry, assessment: await hub.latest(entry) };
  };

  it("is not suggested as low risk, but for a person to ask", async () => {
    const { assessment } = await answer({ heart_screen: ["high_bp"] });
    expect(assessment).toMatchObject({ lowRisk: false, route: "phone" });
    expect(assessment.content.unknown).toEqual(["high_bp"]);
    expect(assessment.content.facts["q.high_bp"]).toBeUndefined();
  });

  it("shows staff both answers", async () => {
    const { entry } = await answer({ heart_screen: ["high_bp"] });
    const last = (await latestAnswers(hub.store.db, entry))!;
    const lines = answerLines(last.answers, null, last.contradictions).flatMap((group) => group.lines);
    expect(lines.find(({ id }) => id === "high_bp")).toMatchObject({
      answer: "No",
      elsewhere: ["High blood pressure"],
    });
    expect(lines.filter(({ elsewhere }) => elsewhere.length > 0)).toHaveLength(1);
  });

  it("is low risk once the two say the same", async () => {
    const { assessment } = await answer({});
    expect(assessment).toMatchObject({ lowRisk: true, route: "none" });
    expect(assessment.content.unknown).toEqual([]);
  });
});
