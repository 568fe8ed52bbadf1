import { readFileSync } from "node:fs";
import type { FhirQuestionnaireResponse } from "~/domain/perioperative/questionnaire/fhir";
import { importResponse } from "~/services/questionnaire/fhir.server";
import { wholeScope } from "~db/organisations";
import { commandActor, withInstallation } from "../installation";
import { Refusal, type Command } from "./command";

/** The resource in a file; throws a Refusal that says what stands there instead. */
function resourceIn(file: string): FhirQuestionnaireResponse {
  let read: unknown;
  try {
    read = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    throw new Refusal(`${file}: expected a readable file with a FHIR QuestionnaireResponse as JSON.`);
  }
  const type = (read as { resourceType?: unknown } | null)?.resourceType;
  if (type !== "QuestionnaireResponse")
    throw new Refusal(`${file}: expected a QuestionnaireResponse, got ${String(type ?? "something else")}.`);
  return read as FhirQuestionnaireResponse;
}

export const importAnswers: Command = {
  name: "import-answers",
  summary:
    "Takes over a patient's answers from a FHIR R4 QuestionnaireResponse to a version that Hublist asked.",
  positionals: ["FILE"],
  options: {},
  async run(given) {
    const [file] = given.positionals;
    await withInstallation(async (store) => {
      const actor = commandActor("hublist import-answers");
      const outcome = await importResponse(await wholeScope(store.db), actor, resourceIn(file!));
      if (outcome.kind === "refused") throw new Refusal(`${file}: ${outcome.faults.join("; ")}`);
      console.log(`The answers were taken over as ${outcome.id}.`);
    });
  },
};
