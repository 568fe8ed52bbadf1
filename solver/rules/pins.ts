import type { Rule } from "./rule";

/** Every pinned option is taken. */
export const pins: Rule = (problem, { options }) => {
  const taken = new Set(options);
  return problem.pins
    .filter((pin) => !taken.has(pin))
    .map((pin) => ({
      rule: "pin",
      lists: [problem.options.list[pin] as number],
      cases: [problem.options.case[pin] as number],
      subject: "",
      amount: 0,
      limit: 1,
    }));
};
