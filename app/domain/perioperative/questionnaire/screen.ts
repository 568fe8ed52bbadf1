import type { Question } from "./questionnaire";

/** What the ticks of a check-box page say of the questions behind it. */
export interface ScreenResult {
  /** Question id -> the codes it is answered with. */
  sets: ReadonlyMap<string, readonly string[]>;
  /** Questions that are asked on a page of their own. */
  opens: ReadonlySet<string>;
}

/** The questions that a check-box page answers or opens. */
export function targetsOf(screen: Question): readonly string[] {
  const named = screen.options.flatMap(({ sets, opens }) => [
    ...sets.map(({ question }) => question),
    ...(opens ? [opens] : []),
  ]);
  return [...new Set(named)];
}

/**
 * Ticks answer or open their questions. What was left unticked is answered as "none of these" would answer it, because
 * the page asks to select all that apply; unless the patient is not sure: then each question that no tick answered is
 * asked by itself, one with several options as a whole.
 */
export function screenResult(screen: Question, ticked: readonly string[]): ScreenResult {
  const chosen = screen.options.filter(({ code }) => ticked.includes(code));
  const sets = new Map<string, string[]>();
  for (const { question, code } of chosen.flatMap((option) => option.sets)) {
    const codes = sets.get(question) ?? [];
    if (!codes.includes(code)) sets.set(question, [...codes, code]);
  }
  const opens = new Set(chosen.flatMap(({ opens: opened }) => opened ?? []));
  const none = screen.options.find(({ role }) => role === "none")?.sets ?? [];
  if (chosen.some(({ role }) => role === "unsure")) {
    for (const target of targetsOf(screen))
      if (!sets.has(target) || isPart(screen, target)) opens.add(target);
  } else if (!chosen.some(({ role }) => role === "only")) {
    for (const { question, code } of none)
      if (!sets.has(question) && !opens.has(question)) sets.set(question, [code]);
  }
  return { sets, opens };
}

/** Whether several options of the page answer the question: a tick then says nothing of the others. */
const isPart = (screen: Question, target: string) =>
  screen.options.filter(({ role, sets }) => !role && sets.some(({ question }) => question === target))
    .length > 1;
