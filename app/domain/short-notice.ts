/**
 * What a patient can say of coming at short notice: yes or no, or how much notice they need. Three days or less count
 * as yes, which is what stand-by asks; the number of days stays in sight.
 */
const NOTICE_DAYS: Readonly<Record<string, { words: string; standBy: boolean }>> = {
  "1d": { words: "1 day's notice", standBy: true },
  "3d": { words: "3 days' notice", standBy: true },
  "7d": { words: "1 week's notice", standBy: false },
  "14d": { words: "2 weeks' notice or more", standBy: false },
};

/** The codes of all who may be called at short notice. */
export const SHORT_NOTICE_CODES: readonly string[] = [
  "yes",
  ...Object.entries(NOTICE_DAYS).flatMap(([code, { standBy }]) => (standBy ? [code] : [])),
];

/** Whether what a patient said last (null: nothing) keeps them from being called or planned at short notice. */
export const refusesShortNotice = (code: string | null): boolean =>
  code !== null && !SHORT_NOTICE_CODES.includes(code);

/** How much notice a patient said that they need; null: they said yes or no alone. */
export const noticeNeeded = (code: string): string | null => NOTICE_DAYS[code]?.words ?? null;

/** What a patient said about short notice, for staff. */
export function shortNoticeSaid(code: string): string {
  const may = SHORT_NOTICE_CODES.includes(code);
  const needed = noticeNeeded(code);
  if (needed === null) return may ? "Can come at short notice" : "Cannot come at short notice";
  return `Needs ${needed}: ${may ? "may" : "not to"} be called at short notice`;
}
