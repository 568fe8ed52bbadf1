import { randomUUID } from "node:crypto";

let lastMilliseconds = 0;
let count = 0;

/**
 * A new id: a UUID of version 7, so that ids made one after another sort so. A list of 110,000 rows then grows its
 * indexes at their end; random ids would touch every page of them again and again.
 */
export function newId(): string {
  const now = Date.now();
  count = now > lastMilliseconds ? 0 : count + 1;
  // A thousand ids within a millisecond borrow the next one, and a clock that was set back is waited for.
  lastMilliseconds = Math.max(now, lastMilliseconds) + (count > 0xfff ? 1 : 0);
  if (count > 0xfff) count = 0;
  const time = lastMilliseconds.toString(16).padStart(12, "0");
  const order = count.toString(16).padStart(3, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${order}-${randomUUID().slice(19)}`;
}
