/** The parts of FHIR R4 (https://hl7.org/fhir/R4/questionnaire.html) that Hublist reads and writes. */
export interface FhirCoding {
  system?: string;
  code?: string;
  display?: string;
}

export interface FhirExtension {
  url: string;
  extension?: readonly FhirExtension[];
  valueString?: string;
  valueCode?: string;
  valueBoolean?: boolean;
  valueInteger?: number;
  valueDecimal?: number;
  valueCoding?: FhirCoding;
  valueCodeableConcept?: { coding?: readonly FhirCoding[] };
}

export interface FhirEnableWhen {
  question: string;
  operator: string;
  answerCoding?: FhirCoding;
  answerBoolean?: boolean;
}

export interface FhirItem {
  linkId: string;
  text?: string;
  type: string;
  extension?: readonly FhirExtension[];
  enableWhen?: readonly FhirEnableWhen[];
  enableBehavior?: string;
  required?: boolean;
  repeats?: boolean;
  readOnly?: boolean;
  maxLength?: number;
  answerOption?: readonly { extension?: readonly FhirExtension[]; valueCoding?: FhirCoding }[];
  item?: readonly FhirItem[];
}

export interface FhirQuestionnaire {
  resourceType: "Questionnaire";
  url: string;
  version: string;
  title: string;
  status: string;
  extension?: readonly FhirExtension[];
  item: readonly FhirItem[];
}

export interface FhirAnswer {
  extension?: FhirExtension[];
  valueCoding?: FhirCoding;
  valueDecimal?: number;
  valueString?: string;
  valueDate?: string;
  valueBoolean?: boolean;
}

export interface FhirResponseItem {
  linkId: string;
  text?: string;
  answer?: FhirAnswer[];
  item?: FhirResponseItem[];
}

export interface FhirReference {
  type?: string;
  identifier?: { system?: string; value: string };
  display?: string;
}

export interface FhirQuestionnaireResponse {
  resourceType: "QuestionnaireResponse";
  id?: string;
  extension?: FhirExtension[];
  /** Canonical address of the questionnaire, `url|version`. */
  questionnaire: string;
  status: "in-progress" | "completed";
  subject?: FhirReference;
  authored?: string;
  author?: FhirReference;
  source?: FhirReference;
  item?: FhirResponseItem[];
}

/** Hublist's own extensions begin with this; the part behind it is what `extensionOf` is asked for. */
export const EXTENSION = "urn:hublist:fhir:";
export const HL7 = "http://hl7.org/fhir/StructureDefinition/";

/** The extension of that name: Hublist's own by its short name, others by their whole address. */
export function extensionOf(
  from: { extension?: readonly FhirExtension[] },
  name: string,
): FhirExtension | undefined {
  const url = name.includes(":") ? name : EXTENSION + name;
  return from.extension?.find((extension) => extension.url === url);
}
