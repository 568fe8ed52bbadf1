import type { FhirQuestionnaire } from "~/domain/perioperative/questionnaire/fhir";
import type { Questionnaire } from "~/domain/perioperative/questionnaire/questionnaire";
import { readQuestionnaire } from "~/domain/perioperative/questionnaire/read-questionnaire";
import first from "./questionnaire-1.0.0.json";

/** Every version that was ever asked, the newest last: answers stay tied to theirs. A change is a new file and a line here. */
export const QUESTIONNAIRE_RESOURCES = [first] as readonly unknown[] as readonly FhirQuestionnaire[];

const READ: readonly Questionnaire[] = QUESTIONNAIRE_RESOURCES.map((resource) => {
  const read = readQuestionnaire(resource);
  if ("faults" in read)
    throw new Error(`app/facts/questionnaire-${resource.version}.json: ${read.faults.join("; ")}`);
  return read.questionnaire;
});

/** The version that is asked now. */
export const QUESTIONNAIRE: Questionnaire = READ[READ.length - 1]!;

/** A version by its number; undefined: Hublist never asked it. */
export const questionnaireOf = (version: string): Questionnaire | undefined =>
  READ.find((questionnaire) => questionnaire.version === version);
