import type { FhirQuestionnaire } from "~/domain/perioperative/questionnaire/fhir";
import type { Form } from "~/domain/perioperative/questionnaire/forms";
import type { Questionnaire } from "~/domain/perioperative/questionnaire/questionnaire";
import { readQuestionnaire } from "~/domain/perioperative/questionnaire/read-questionnaire";
import firstCheckIn from "./check-in-1.0.0.json";
import first from "./questionnaire-1.0.0.json";
import withMedicines from "./questionnaire-1.1.0.json";

/** Every version of each form that was ever asked, the newest last: answers stay tied to theirs. A change is a new file and a name here. */
export const FORM_RESOURCES: Readonly<Record<Form, readonly FhirQuestionnaire[]>> = {
  screening: [first, withMedicines] as readonly unknown[] as readonly FhirQuestionnaire[],
  checkIn: [firstCheckIn] as readonly unknown[] as readonly FhirQuestionnaire[],
};

/** Every version of the questions that are asked when a patient is listed. */
export const QUESTIONNAIRE_RESOURCES = FORM_RESOURCES.screening;

const readAll = (resources: readonly FhirQuestionnaire[]): readonly Questionnaire[] =>
  resources.map((resource) => {
    const read = readQuestionnaire(resource);
    if ("faults" in read)
      throw new Error(`${resource.url} ${resource.version}, in app/facts: ${read.faults.join("; ")}`);
    return read.questionnaire;
  });

const READ: Readonly<Record<Form, readonly Questionnaire[]>> = {
  screening: readAll(FORM_RESOURCES.screening),
  checkIn: readAll(FORM_RESOURCES.checkIn),
};

const newest = <Version>(versions: readonly Version[]): Version => versions[versions.length - 1]!;

/** The version of a form that is asked now. */
export const currentForm = (form: Form): Questionnaire => newest(READ[form]);

/** The version of a form that is asked now, as FHIR. */
export const currentFormResource = (form: Form): FhirQuestionnaire => newest(FORM_RESOURCES[form]);

/** The questions at listing that are asked now. */
export const QUESTIONNAIRE: Questionnaire = currentForm("screening");

/** A version of a form by its number; undefined: Hublist never asked it. */
export const questionnaireOf = (version: string, form: Form = "screening"): Questionnaire | undefined =>
  READ[form].find((questionnaire) => questionnaire.version === version);

/** The form of a FHIR address; undefined: Hublist asks none of that address. */
export const formOfAddress = (url: string): Form | undefined =>
  (Object.keys(READ) as Form[]).find((form) => READ[form].some((questionnaire) => questionnaire.url === url));
