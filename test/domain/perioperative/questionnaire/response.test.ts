import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { questionsOf } from "~/domain/perioperative/questionnaire/questionnaire";
import { fromResponse, toResponse, type ResponseHead } from "~/domain/perioperative/questionnaire/response";
import { settle } from "~/domain/perioperative/questionnaire/settle";
import { QUESTIONNAIRE } from "~/facts/questionnaire";
import { anyAnswers } from "./any-answers";

const ALL = new Map(questionsOf(QUESTIONNAIRE).map((question) => [question.id, question]));
const HEAD: ResponseHead = {
  id: "01",
  subject: "entry-1",
  source: { by: "patient", channel: "online" },
  authored: "2026-11-30T10:00:00.000Z",
  status: "completed",
};

describe("a QuestionnaireResponse", () => {
  it("gives back the answers it was made of", () => {
    fc.assert(
      fc.property(anyAnswers, (given) => {
        const { answers } = settle(QUESTIONNAIRE, given, 2);
        const read = fromResponse(
          QUESTIONNAIRE,
          ALL,
          JSON.parse(JSON.stringify(toResponse(QUESTIONNAIRE, answers, HEAD))) as never,
        );
        expect(read).toEqual({ answers, source: HEAD.source, status: "completed", subject: "entry-1" });
      }),
      { numRuns: 60 },
    );
  });

  it("settles what was settled to the same, so that nothing that fell away comes back", () => {
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom(1, 2), (given, parts) => {
        const once = settle(QUESTIONNAIRE, given, parts);
        expect(settle(QUESTIONNAIRE, once.answers, parts).answers).toEqual(once.answers);
        for (const id of Object.keys(once.answers))
          expect(["left", "beside"]).not.toContain(once.states.get(id));
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    [{ by: "carer", channel: "online" }, "RelatedPerson"],
    [{ by: "staff", channel: "phone" }, "PractitionerRole"],
    [{ by: "staff", channel: "paper" }, "PractitionerRole"],
    [{ by: "helped", channel: "online" }, "Patient"],
  ] as const)("says that it is by %o", (source, type) => {
    const response = toResponse(QUESTIONNAIRE, { smoke: "never" }, { ...HEAD, source });
    expect(response.source?.type).toBe(type);
    expect(fromResponse(QUESTIONNAIRE, ALL, response)).toMatchObject({ source });
  });

  it("is read for its own version alone, and names what it cannot read", () => {
    const made = toResponse(QUESTIONNAIRE, { smoke: "never", weight_kg: "dk" }, HEAD);
    const text = JSON.stringify(made);
    const read = (changed: string) => fromResponse(QUESTIONNAIRE, ALL, JSON.parse(changed) as never);
    expect(text).toContain("asked-unknown");
    expect(read(text.replace(`|${QUESTIONNAIRE.version}`, "|9"))).toMatchObject({
      faults: [expect.stringContaining("expected")],
    });
    expect(read(text.replace('"code":"never"', '"code":"pipe"'))).toEqual({
      faults: [expect.stringContaining("smoke")],
    });
    expect(read(text.replace('"linkId":"smoke"', '"linkId":"smoking"'))).toEqual({
      faults: ["smoking: there is no such question"],
    });
  });
});
