import { minutesAfter } from "./retry-wait";

/**
 * When to ask next what became of a message: the waits follow one another from the moment it was sent. null: they are
 * over, and no receipt will come. Instants are UTC ISO texts, waits minutes.
 */
export function nextReceiptAt(sentAt: string, now: string, waits: readonly number[]): string | null {
  let after = 0;
  for (const wait of waits) {
    after += wait;
    const at = minutesAfter(sentAt, after);
    if (at > now) return at;
  }
  return null;
}
