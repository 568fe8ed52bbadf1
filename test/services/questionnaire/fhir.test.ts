import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { QUESTIONNAIRE } from "~/facts/questionnaire";
import { settle } from "~/domain/perioperative/questionnaire/settle";
import { toResponse } from "~/domain/perioperative/questionnaire/response";
import { contextAnswers } from "~/domain/perioperative/questionnaire/context";
import { exportResponse, importResponse } from "~/services/questionnaire/fhir.server";
import { lastWords } from "~db/patient-words";
import { assessmentsOfEntry } from "~db/screening/assessments";
import { tasksOfEntry } from "~db/screening/care-tasks";
import { latestAnswers } from "~/services/questionnaire/latest-answers.server";
import { walkAs } from "../../domain/perioperative/questionnaire/walk-as";
import { askedPatient, HUB, NURSE, type AskedPatient } from "./asked-patient";

let given: AskedPatient;
beforeEach(async () => void (given = await askedPatient({}, false)));
afterEach(() => given.close());

/** A completed response as another system would send it. */
function sent(truth = {}) {
  const facts = {
    birthDate: "1985-09-24",
    listedOn: "2026-11-30",
    severity: "minor",
    anaesthetic: "GA",
  } as const;
  const record = contextAnswers(QUESTIONNAIRE, facts, "2026-12-01");
  const walk = walkAs(truth, record);
  const { answers } = settle(QUESTIONNAIRE, { ...walk.given, declare: "yes" }, 1);
  return toResponse(QUESTIONNAIRE, answers, {
    ...{ id: "theirs", subject: given.entry, authored: "2026-12-01T10:00:00.000Z", status: "completed" },
    source: { by: "carer", channel: "online" },
  });
}

describe("answers of another system", () => {
  it("are taken over, and go out again as they came", async () => {
    const resource = sent({ stroke: "lt3", weight_kg: "dk" });
    const outcome = await importResponse(HUB, NURSE, resource);
    if (outcome.kind !== "imported") throw new Error(outcome.faults.join());
    const out = (await exportResponse(HUB, outcome.id))!;
    expect({ ...out, id: "theirs", authored: resource.authored }).toEqual(resource);
    expect(await latestAnswers(given.store.db, given.entry)).toMatchObject({
      answers: { stroke: "lt3", weight_kg: "dk" },
      unknownCritical: ["weight_kg"],
      source: { by: "carer" },
    });
  });

  it.each([
    ["another version", (text: string) => text.replace(`|${QUESTIONNAIRE.version}`, "|7.0.0"), "never asked"],
    [
      "a draft",
      (text: string) => text.replace('"status":"completed"', '"status":"in-progress"'),
      "only completed",
    ],
    ["an unknown entry", (text: string) => text.replaceAll(given.entry, "nobody"), "no such entry"],
    [
      "an unknown answer",
      (text: string) => text.replace('"code":"never"', '"code":"x"'),
      "none of this question",
    ],
    [
      "a missing answer",
      (text: string) => text.replace(/\{"linkId":"smoke".*?\}\]\},/, ""),
      "an answer is missing",
    ],
  ])("are refused with what is wrong: %s", async (_, change, fault) => {
    const before = JSON.stringify(sent());
    expect(change(before)).not.toBe(before);
    const outcome = await importResponse(HUB, NURSE, JSON.parse(change(before)) as never);
    expect(outcome.kind === "refused" && outcome.faults.join()).toContain(fault);
    expect(await latestAnswers(given.store.db, given.entry)).toBeNull();
  });

  it("are looked at by the rules at once, and an urgent symptom among them calls a person", async () => {
    const outcome = await importResponse(HUB, NURSE, sent({ chest_pain: "rest", still_want: "unsure" }));
    expect(outcome.kind).toBe("imported");
    const [assessment] = await assessmentsOfEntry(HUB, given.store.db, given.entry);
    expect(assessment).toMatchObject({ route: "anaes", urgent: true });
    const tasks = await tasksOfEntry(HUB, given.store.db, given.entry);
    expect(tasks.map(({ kind, urgent }) => [kind, urgent])).toEqual([["urgent", true]]);
    expect((await lastWords(given.store.db, given.entry)).get("stillWant")).toMatchObject({
      ...{ code: "unsure", needsReading: true },
    });
  });

  it("are refused where newer ones are held, or a number is none that anybody has", async () => {
    given.at("2026-12-01T10:00:00.001Z");
    expect((await importResponse(HUB, NURSE, sent())).kind).toBe("imported");
    expect(await importResponse(HUB, NURSE, sent({ stroke: "lt3" }))).toMatchObject({
      faults: [expect.stringContaining("these are older")],
    });
    const heavy = { ...sent({ weight_kg: 300 }), authored: "2026-12-01T11:00:00.000Z" };
    const beyond = JSON.parse(JSON.stringify(heavy).replace('"valueDecimal":300', '"valueDecimal":300.1'));
    expect(await importResponse(HUB, NURSE, beyond)).toMatchObject({
      faults: ["weight_kg: a number that is out of bounds"],
    });
    expect((await importResponse(HUB, NURSE, heavy)).kind).toBe("imported");
  });

  it("are kept to the scope", async () => {
    const nobody = { organisations: ["RKE"], sites: ["RKE01"] };
    expect(await importResponse(nobody, NURSE, sent())).toMatchObject({ kind: "refused" });
    const outcome = await importResponse(HUB, NURSE, sent());
    expect(outcome.kind === "imported" && (await exportResponse(nobody, outcome.id))).toBeNull();
  });
});
