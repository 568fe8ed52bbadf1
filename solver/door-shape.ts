/** Fields that hold items with fields of their own, and the fields of an item that are lists themselves. */
const ITEMS: Record<string, readonly string[]> = {
  lists: ["operators", "kitUsage"],
  cases: ["kits"],
  capacities: [],
  reserves: ["lists"],
  measures: [],
};
/** Fields that are lists; those of the second kind are lists of lists. */
const LISTS = ["handOrder", "pins", "options.case", "options.list", "options.usage"];
const TABLES = ["usages", "options.amounts"];

type Fields = Record<string, unknown>;

/**
 * Faults of a value that has not the fields of a problem, each with its path: `lists[3].operators: expected a list, got
 * undefined`. What else the door asks relies on them.
 */
export function shapeFaults(problem: unknown): string[] {
  if (!isFields(problem)) return [fault("problem", "an object", problem)];
  if (!isFields(problem.options)) return [fault("options", "an object", problem.options)];
  const of = (path: string) => path.split(".").reduce<unknown>((at, key) => (at as Fields)[key], problem);
  return [
    ...Object.entries(ITEMS).flatMap(([path, lists]) => itemFaults(path, of(path), lists)),
    ...LISTS.flatMap((path) => listFaults(path, of(path))),
    ...TABLES.flatMap((path) => tableFaults(path, of(path))),
    ...previousFaults(problem.previous),
  ];
}

function itemFaults(path: string, items: unknown, lists: readonly string[]): string[] {
  if (!Array.isArray(items)) return listFaults(path, items);
  return (items as unknown[]).flatMap((item, at) => {
    if (!isFields(item)) return [fault(`${path}[${at}]`, "an object", item)];
    return lists.flatMap((field) => {
      const ask = field === "kitUsage" ? tableFaults : listFaults;
      return ask(`${path}[${at}].${field}`, item[field]);
    });
  });
}

function previousFaults(previous: unknown): string[] {
  if (previous === null) return [];
  if (!isFields(previous)) return [fault("previous", "an object, or null", previous)];
  return listFaults("previous.options", previous.options);
}

function tableFaults(path: string, rows: unknown): string[] {
  if (!Array.isArray(rows)) return listFaults(path, rows);
  return (rows as unknown[]).flatMap((row, at) => listFaults(`${path}[${at}]`, row));
}

function listFaults(path: string, value: unknown): string[] {
  return Array.isArray(value) ? [] : [fault(path, "a list", value)];
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const LONGEST = 60;

/** A fault in the door's words. JSON knows neither NaN nor Infinity; what is long is cut. */
export function fault(path: string, expected: string, value: unknown): string {
  const found = typeof value === "number" ? String(value) : (JSON.stringify(value) ?? String(value));
  return `${path}: expected ${expected}, got ${found.slice(0, LONGEST)}`;
}
