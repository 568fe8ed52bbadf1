import equipment from "./equipment.json";

const NAMES = new Map(Object.entries(equipment.names));

/** What theatres call a set of equipment, `C-arm`; a code that is not known stands for itself. */
export function equipmentName(code: string): string {
  return NAMES.get(code) ?? code;
}
