import { messageRule } from "~/facts/messages";
import type { Store } from "~db/store";

/**
 * Does what a claim is for, and ends it while the claim still holds: after `until` another process may try the same
 * message. At the deadline `work` is told to stop by its signal; whatever it does then, `late` is the answer.
 */
export async function whileClaimed<T>(
  store: Pick<Store, "now">,
  until: string,
  work: (deadline: AbortSignal) => Promise<T>,
  late: T,
): Promise<T> {
  const spare = messageRule("leaseSeconds") - messageRule("attemptSeconds");
  const left = Date.parse(until) - Date.parse(store.now()) - spare * 1000;
  const deadline = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const ended = new Promise<T>((resolve) => {
    timer = setTimeout(
      () => {
        deadline.abort();
        // What the work itself says of it comes first, where it says something at once.
        setImmediate(resolve, late);
      },
      Math.max(0, left),
    );
  });
  try {
    return await Promise.race([work(deadline.signal), ended]);
  } finally {
    clearTimeout(timer);
  }
}
