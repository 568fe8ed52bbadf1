import { nearestName } from "~/import/nearest";
import type { FormFields } from "../form-fields.server";

/**
 * Codes of equipment as they were typed. One that nothing else uses is refused, with the nearest of those that the form
 * names: a slip would make a set that no case ever asks for. Who means it ticks that it is new.
 */
export function readEquipment(fields: FormFields, known: readonly string[]): string[] {
  const codes = fields.codes("equipment");
  const unknown = codes.filter((code) => !known.includes(code));
  if (unknown.length > 0 && !fields.isTicked("newEquipment"))
    fields.refuse("equipment", refusal(unknown, known));
  return codes;
}

function refusal(unknown: readonly string[], known: readonly string[]): string {
  const said = unknown.map((code) => {
    const nearest = nearestName(code, known);
    return nearest === null ? code : `${code} (is it ${nearest}?)`;
  });
  return `Nothing else uses the equipment ${said.join(", ")}: enter a code that is known, or tick that it is new`;
}
