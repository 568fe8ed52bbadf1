/**
 * Share of the entries held before, above which gone ones are asked about once more. A proposal of Hublist: weekly
 * removals of a waiting list stay below it, a file that was cut off does not. Confidence: low; not from a source.
 */
export const GONE_SHARE = 0.05;

/** Whether so many are gone that the file may not be whole. */
export function isFarFewer({ gone, held }: { gone: number; held: number }): boolean {
  return held > 0 && gone / held > GONE_SHARE;
}
