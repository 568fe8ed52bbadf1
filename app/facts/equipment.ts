import equipment from "./equipment.json";

const NAMES = new Map(Object.entries(equipment.names));

/** The codes that ship with Hublist. */
export const EQUIPMENT_CODES: readonly string[] = [...NAMES.keys()];

/** What theatres call a set of equipment, `C-arm`; a code that is not known stands for itself. */
export function equipmentName(code: string): string {
  return NAMES.get(code) ?? code;
}

/** A code with what it is called, `C_ARM (C-arm)`; one that has no name alone. */
export function codeAndName(code: string): string {
  const name = NAMES.get(code);
  return name === undefined ? code : `${code} (${name})`;
}
