import type { Plan } from "~/domain/plan";

/** plan.json: one line a key, and one line an element of each long list, so that two plans can be compared by line. */
export function planJson(plan: Plan): string {
  const lines = Object.entries(plan).map(([key, value]) => ` ${JSON.stringify(key)}: ${valueText(value)}`);
  return `{\n${lines.join(",\n")}\n}\n`;
}

function valueText(value: unknown): string {
  if (!Array.isArray(value) || value.length === 0) return JSON.stringify(value);
  return `[\n${value.map((element) => `  ${JSON.stringify(element)}`).join(",\n")}\n ]`;
}
