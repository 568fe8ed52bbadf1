import type { ActionChoice, PreparationSettings } from "~/domain/perioperative/preparation/action";

/** What one version of the settings changed about actions of preparation plans, a line each. */
export function preparationDifference(
  before: PreparationSettings | undefined,
  after: PreparationSettings | undefined,
  siteName: (code: string) => string,
): string[] {
  const places = [...new Set([before, after].flatMap((one) => Object.keys(one?.sites ?? {})))].sort();
  return [
    ...lines(before?.all ?? {}, after?.all ?? {}),
    ...places.flatMap((site) =>
      lines(before?.sites[site] ?? {}, after?.sites[site] ?? {}).map(
        (words) => `${siteName(site)}: ${words}`,
      ),
    ),
  ];
}

type Choices = Record<string, ActionChoice>;

function lines(before: Choices, after: Choices): string[] {
  const ids = [...new Set([before, after].flatMap(Object.keys))].sort();
  return ids
    .filter((id) => JSON.stringify(before[id] ?? {}) !== JSON.stringify(after[id] ?? {}))
    .map((id) => `plan action ${id}: ${choiceWords(after[id])}; it was ${choiceWords(before[id])}`);
}

function choiceWords(choice: ActionChoice = {}): string {
  const { on, days, blocks, text } = choice;
  const words = [
    on === undefined ? null : on ? "on" : "off",
    days === undefined ? null : `${days} days`,
    blocks === undefined ? null : blocks ? "blocks" : "does not block",
    text === undefined ? null : `“${text}”`,
  ].filter(Boolean);
  return words.join(", ") || "as it comes";
}
