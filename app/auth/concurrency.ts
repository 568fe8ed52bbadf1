/** Thrown when so many wait already that waiting is no use. */
export class TooBusyError extends Error {
  override name = "TooBusyError";
}

/**
 * Lets at most `most` tasks run at once and `waiting` more queue, first come first served; the next is refused with a
 * TooBusyError.
 */
export function limitConcurrency(most: number, waiting: number) {
  let running = 0;
  const queue: (() => void)[] = [];
  const leave = () => {
    running -= 1;
    queue.shift()?.();
  };
  return async function run<T>(task: () => Promise<T>): Promise<T> {
    if (running >= most) {
      if (queue.length >= waiting) throw new TooBusyError("Too many tasks wait already");
      await new Promise<void>((ready) => queue.push(ready));
    }
    running += 1;
    try {
      return await task();
    } finally {
      leave();
    }
  };
}
