import { extensionOf, HL7, type FhirExtension, type FhirItem } from "./fhir";
import type { Option, Urgent } from "./questionnaire";

/** The options of a choice, with what each answers, opens or says at once. */
export function optionsOf(item: FhirItem): readonly Option[] {
  return (item.answerOption ?? []).map((option) => ({
    code: option.valueCoding?.code ?? "",
    label: option.valueCoding?.display ?? "",
    exclusive: extensionOf(option, `${HL7}questionnaire-optionExclusive`)?.valueBoolean ?? false,
    staffOnly: extensionOf(option, "staffOnly")?.valueBoolean ?? false,
    urgent: urgentOf(option),
    role: (extensionOf(option, "role")?.valueCode ?? null) as Option["role"],
    sets: setsOf(option.extension ?? []),
    opens: extensionOf(option, "opens")?.valueCode ?? null,
    from: extensionOf(option, "from")?.valueInteger ?? null,
  }));
}

function setsOf(extensions: readonly FhirExtension[]): Option["sets"] {
  return extensions
    .filter(({ url }) => url.endsWith(":sets"))
    .map((set) => ({ question: partCode(set, "question"), code: partCode(set, "code") }));
}

const partCode = (of: FhirExtension, url: string) =>
  of.extension?.find((part) => part.url === url)?.valueCode ?? "";

function urgentOf(option: { extension?: readonly FhirExtension[] }): Urgent | null {
  const urgent = extensionOf(option, "urgent");
  if (!urgent) return null;
  const text = (url: string) => urgent.extension?.find((part) => part.url === url)?.valueString ?? "";
  return { title: text("title"), body: text("body"), action: partCode(urgent, "action") as Urgent["action"] };
}
