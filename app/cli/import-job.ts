import { parentPort, workerData } from "node:worker_threads";
import { readUpload, type ImportWork, type ReadRow } from "~/services/import-job.server";
import type { ImportMessage } from "~/services/import-worker.server";

/** So many rows change threads at a time: receiving them holds the server up for a few milliseconds. */
const ROWS_A_MESSAGE = 500;

const port = parentPort!;
const say = (message: ImportMessage) => port.postMessage(message);

/** Reads the uploaded file of `workerData` and hands its rows over, a block each time it is asked for the next. */
function job(work: ImportWork): void {
  const read = readUpload(work);
  if (read.kind === "refused") {
    say(read);
    return port.close();
  }
  const { rows, ...rest } = read;
  handOver(rows);
  say({ ...rest, kind: "read" });
}

function handOver(rows: ReadRow[]): void {
  let from = 0;
  port.on("message", () => {
    const block = rows.slice(from, from + ROWS_A_MESSAGE);
    from += block.length;
    say({ kind: "rows", rows: block });
    if (block.length === 0) port.close();
  });
}

job(workerData as ImportWork);
