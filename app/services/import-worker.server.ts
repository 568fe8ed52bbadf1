import type { Fault } from "~/domain/fault";
import type { ImportWork, ReadFile, ReadRest, ReadRow } from "./import-job.server";
import { startJobWorker } from "./job-worker.server";

/** What the worker says: once what it made of the file, then a block of rows each time it is asked; empty: the end. */
export type ImportMessage =
  { kind: "refused"; faults: Fault[] } | ({ kind: "read" } & ReadRest) | { kind: "rows"; rows: ReadRow[] };

/**
 * Reads an uploaded file in a worker of its own; the caller's event loop stays free. Takes the bytes over.
 * @throws Error when the worker ends before it has handed over everything
 */
export function readInWorker(work: ImportWork): Promise<ReadFile> {
  const transfer = [work.bytes.buffer as ArrayBuffer];
  const worker = startJobWorker("import-job", { workerData: work, transferList: transfer });
  const rows: ReadRow[] = [];
  let read: Extract<ImportMessage, { kind: "read" }> | null = null;
  return new Promise<ReadFile>((settle, fail) => {
    worker.on("message", (message: ImportMessage) => {
      if (message.kind === "refused") return settle(message);
      if (message.kind === "read") read = message;
      else if (message.rows.length > 0) for (const row of message.rows) rows.push(row);
      else return settle({ ...read!, rows });
      worker.postMessage("next");
    });
    worker.on("error", fail);
    worker.on("exit", (code) => fail(new Error(`The reader of an upload left with ${code}.`)));
  }).finally(() => worker.terminate());
}
