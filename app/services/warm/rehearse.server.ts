import type { WarmWeek } from "./warm-week.server";

/** Questions after which Node has compiled what answers are made of: the first asked in earnest is as quick as others. */
const QUESTIONS = 2;

/** Asks a few questions of which nobody needs the answer. */
export function rehearse(week: WarmWeek): void {
  for (const question of week.examples(QUESTIONS)) week.ask(question);
}
