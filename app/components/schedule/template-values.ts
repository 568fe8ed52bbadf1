import type { SessionTemplate } from "~/domain/schedule/template";

/** The fields of a template or an added session as a form shows them. */
export interface TemplateValues {
  theatre: string;
  site: string;
  newTheatre: string;
  weekday: string;
  weeksOfMonth: string[];
  validFrom: string;
  validUntil: string;
  date: string;
  onHoliday: boolean;
  start: string;
  end: string;
  treatmentFunctions: string;
  surgeons: string;
  anaesthetist: string;
  anaesthetics: string[];
  paediatric: boolean;
  equipment: string;
  /** Who typed a code that nothing else uses meant it. */
  newEquipment: boolean;
  maxCases: string;
  heldMinutes: string;
  funding: string;
  visitingTeam: string;
  reason: string;
}

const EMPTY: TemplateValues = {
  ...{ theatre: "", site: "", newTheatre: "", weekday: "", weeksOfMonth: [], validFrom: "", validUntil: "" },
  ...{ date: "", onHoliday: false, start: "08:30", end: "17:00", treatmentFunctions: "", surgeons: "" },
  ...{ anaesthetist: "", anaesthetics: ["GA", "RA", "LA"], paediatric: false, equipment: "", maxCases: "" },
  newEquipment: false,
  ...{ heldMinutes: "", funding: "core", visitingTeam: "", reason: "" },
};

/** The fields of a new template or session; those that are known already are filled. */
export function emptyValues(known: Partial<TemplateValues> = {}): TemplateValues {
  return { ...EMPTY, ...known };
}

/** The fields of a template as it is held. */
export function valuesOfTemplate(template: SessionTemplate): TemplateValues {
  const list = (codes: readonly string[]) => codes.join(", ");
  return {
    ...EMPTY,
    theatre: `${template.site}|${template.theatre}`,
    weekday: String(template.weekday),
    weeksOfMonth: template.weeksOfMonth.map(String),
    validFrom: template.validFrom,
    validUntil: template.validUntil ?? "",
    ...{ start: template.start, end: template.end, anaesthetics: template.anaesthetics },
    treatmentFunctions: list(template.treatmentFunctions),
    ...{ surgeons: list(template.surgeons), equipment: list(template.equipment) },
    ...{ anaesthetist: template.anaesthetist, paediatric: template.paediatric },
    ...{ maxCases: String(template.maxCases ?? ""), heldMinutes: String(template.heldMinutes || "") },
    ...{ funding: template.funding, visitingTeam: template.visitingTeam },
  };
}

/** What a person typed, to be shown again beside what is wrong with it. */
export function valuesTypedOf(form: FormData): TemplateValues {
  const typed = { ...EMPTY } as Record<string, unknown>;
  for (const [name, empty] of Object.entries(EMPTY)) {
    const all = form.getAll(name).filter((value) => typeof value === "string");
    typed[name] = Array.isArray(empty) ? all : typeof empty === "boolean" ? all[0] === "yes" : (all[0] ?? "");
  }
  return typed as unknown as TemplateValues;
}
