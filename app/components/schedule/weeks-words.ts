const ORDINALS = ["1st", "2nd", "3rd", "4th", "5th"];

/** Weeks of the month in words, `1st and 3rd of the month`; empty for every week. */
export function weeksWords(weeksOfMonth: readonly number[]): string {
  if (weeksOfMonth.length === 0) return "";
  const words = weeksOfMonth.map((week) => ORDINALS[week - 1]!);
  const all = words.length === 1 ? words[0]! : `${words.slice(0, -1).join(", ")} and ${words.at(-1)!}`;
  return `${all} of the month`;
}
