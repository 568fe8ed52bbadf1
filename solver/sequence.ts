import { exactSequence, MOST_EXACT } from "./sequence-exact";
import { insertedSequence } from "./sequence-insertion";
import { weigh, type Sequence } from "./sequence-weights";

/**
 * The best order of the items: fewest limits broken, then least cost, then nearest to the given order (fewest pairs
 * turned round). Exact for up to MOST_EXACT items, found by insertion and improvement for more. The same items give the
 * same order; of orders that are equally good the exact one takes the first by index.
 */
export function bestSequence(sequence: Sequence): number[] {
  const weighed = weigh(sequence);
  return sequence.minutes.length <= MOST_EXACT ? exactSequence(weighed) : insertedSequence(weighed);
}
