import { instanceProblem } from "./instance-problem";
import { processorSeconds } from "./processor-time";
import { peerAnswer, type PeerName } from "./peers/peers";

/**
 * One peer on one instance, in a process of its own that may be killed: `PEER FOLDER PLAN-DATE SECONDS`. The last line
 * of its output is a PeerAnswer as JSON. SECONDS of processor time hold for everything, reading and writing included.
 */
async function job([peer, folder, planDate, seconds]: string[]): Promise<void> {
  const { problem } = await instanceProblem({ folder: folder!, planDate: planDate! });
  const secondsLeft = () => Number(seconds) - processorSeconds();
  const answer = await peerAnswer(problem, peer as PeerName, secondsLeft);
  process.stdout.write(`\n${JSON.stringify(answer)}\n`);
}

await job(process.argv.slice(2));
