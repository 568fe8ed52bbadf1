/**
 * What LOCAL_Order_Flags may say of a patient, as the printed list says it. Flags are read without capitals, blanks,
 * hyphens and underscores; one that is not here orders nothing and is printed as it stands.
 */
export const ORDER_FLAGS = {
  mh: "Malignant hyperthermia risk",
  drugAllergy: "Anaesthetic drug allergy",
  latex: "Latex allergy",
  diabetes: "Diabetes",
  adjustment: "Early on the list as a reasonable adjustment",
  infection: "Infection risk",
} as const;
export type OrderFlag = keyof typeof ORDER_FLAGS;

/** Other ways to write a flag. */
const SPELLINGS: Record<string, OrderFlag> = {
  mh: "mh",
  malignanthyperthermia: "mh",
  drugallergy: "drugAllergy",
  anaestheticallergy: "drugAllergy",
  anaestheticdrugallergy: "drugAllergy",
  latex: "latex",
  latexallergy: "latex",
  nrl: "latex",
  diabetes: "diabetes",
  diabetic: "diabetes",
  adjustment: "adjustment",
  learningdisability: "adjustment",
  dementia: "adjustment",
  autism: "adjustment",
  carer: "adjustment",
  infection: "infection",
  mrsa: "infection",
};

/** The flag that a text of the file means; null: one that orders nothing. */
export function orderFlagOf(text: string): OrderFlag | null {
  return SPELLINGS[text.toLowerCase().replace(/[\s_-]/g, "")] ?? null;
}

/** Adjustments that ask for an early place by their own words, as people write them. */
const EARLY = /\bfirst on the list\b|\bearly on the list\b|learning disabilit|\bdementia\b|\bautis(m|tic)\b/i;

/** The flags of an entry, those that its reasonable adjustments imply included. */
export function orderFlagsOf({
  orderFlags,
  details: { reasonableAdjustments },
}: {
  orderFlags: readonly string[];
  details: { reasonableAdjustments: string };
}): Set<OrderFlag> {
  const flags = new Set(orderFlags.flatMap((text) => orderFlagOf(text) ?? []));
  if (EARLY.test(reasonableAdjustments)) flags.add("adjustment");
  return flags;
}

/** The flags of an entry in words, each once, in the order of the file. */
export function orderFlagWords(orderFlags: readonly string[]): string[] {
  const words = orderFlags.map((text) => {
    const flag = orderFlagOf(text);
    return flag === null || flag === "adjustment" ? inWords(text) : ORDER_FLAGS[flag];
  });
  return [...new Set(words.filter((each) => each !== ""))];
}

function inWords(text: string): string {
  const plain = text.trim().replace(/[_-]/g, " ");
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
