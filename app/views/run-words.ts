import { gapWords } from "~/domain/gap-words";

/** What the solver is doing, for people. */
const PHASE: Record<string, string> = {
  prices: "Weighing which patients and which theatre time are scarce",
  search: "Improving the lists",
  proof: "Proving how good the plan is",
};

/** What a solve is doing now. */
export function phaseWords(phase: string): string {
  return PHASE[phase] ?? "Working";
}

/** The best plan so far against the limit; without both, what is missing. */
export function soFarWords(score: number | null, bound: number | null): string {
  if (score === null) return "No whole plan yet.";
  if (bound === null || bound <= 0) return "There is a first plan; how good it is, is not known yet.";
  return `The best plan so far is ${gapWords(Math.max(0, (bound - score) / bound))}.`;
}

/** Wall-clock seconds for people: `8 seconds`, `2 minutes 5 seconds`. */
export function secondsWords(seconds: number): string {
  const whole = Math.floor(seconds);
  const unit = (count: number, one: string) => `${count} ${one}${count === 1 ? "" : "s"}`;
  if (whole < 60) return unit(whole, "second");
  const rest = whole % 60;
  return [unit(Math.floor(whole / 60), "minute"), rest > 0 ? unit(rest, "second") : ""]
    .filter(Boolean)
    .join(" ");
}
