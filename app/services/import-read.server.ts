import type { IsoDate } from "~/domain/calendar";
import type { SharedResource, TheatreSession } from "~/domain/theatre";
import { logError } from "~/http/error-log";
import type { Actor } from "~db/actor";
import { interruptReading, openReadings, refuseReading } from "~db/imports/reading";
import { stageResources } from "~db/imports/resources";
import { stageSessions } from "~db/imports/sessions";
import { stageWaitingList } from "~db/imports/stage-waiting-list";
import type { ImportFault, Upload } from "~db/imports/staging";
import type { WaitingListRow } from "~db/imports/waiting-list-differences";
import { wholeScope } from "~db/organisations";
import type { Store } from "~db/store";
import type { ReadFile } from "./import-job.server";
import { readInWorker } from "./import-worker.server";

const SERVER: Actor = { kind: "command", name: "serve" };
/** Another server's reading that is older than this is taken for lost. */
const LOST_AFTER = 30 * 60_000;

/** An upload whose reading was begun. */
export type BegunUpload = Upload & { id: string };

/** The readings of this process by import, kept on globalThis so that a module loaded twice shares them. */
const held = globalThis as { hublistReadings?: Map<string, Promise<void>> };
const readings = () => (held.hublistReadings ??= new Map<string, Promise<void>>());

/** One file after the other: each may take hundreds of megabytes. */
let last: Promise<void> = Promise.resolve();

/** Reads and compares an upload behind the scenes; it ends as uploaded, refused or interrupted, in one commit. */
export function startReading(
  store: Store,
  actor: Actor,
  upload: BegunUpload,
  bytes: Uint8Array,
  today: IsoDate,
): void {
  const reading = last.then(() => readAndStage(store, actor, upload, bytes, today)).catch(() => undefined);
  last = reading;
  readings().set(upload.id, reading);
  void reading.finally(() => readings().delete(upload.id));
}

/** Resolves when an upload is no longer read in this process. */
export async function readingEnded(id: string): Promise<void> {
  await readings().get(id);
}

/** Ends with a word the readings that nobody carries out any more, such as after a crash. Gives how many. */
export async function endLostReadings(store: Store): Promise<number> {
  const open = await openReadings(await wholeScope(store.db), store);
  const old = (at: string) => Date.parse(store.now()) - Date.parse(at) > LOST_AFTER;
  const lost = open.filter(
    ({ id, uploadedAt }) => !readings().has(id) && (store.kind === "sqlite" || old(uploadedAt)),
  );
  for (const { id } of lost) await interruptReading(store, SERVER, id);
  return lost.length;
}

async function readAndStage(
  store: Store,
  actor: Actor,
  upload: BegunUpload,
  bytes: Uint8Array,
  today: IsoDate,
): Promise<void> {
  try {
    const read = await readInWorker({ kind: upload.kind, file: upload.fileName, bytes, today });
    if (read.kind === "refused") await refuseReading(store, actor, upload.id, read.faults);
    else await stageUpload(store, actor, upload, read, today);
  } catch (error) {
    logError(error, { requestId: "import", method: "READ", url: "/imports" });
    await interruptReading(store, SERVER, upload.id);
  }
}

/** Compares what was read of an upload with what is held, and writes down for a person to see what would change. */
export async function stageUpload(
  store: Store,
  actor: Actor,
  { kind, ...upload }: BegunUpload,
  { rows, rejected, warnings, missed: refused, ...said }: Extract<ReadFile, { kind: "read" }>,
  today: IsoDate,
): Promise<void> {
  const faults: ImportFault[] = [
    ...rejected.map((fault) => ({ ...fault, rejected: true })),
    ...warnings.map((fault) => ({ ...fault, rejected: false })),
  ];
  if (kind === "waiting-list") {
    const read = { rows: rows as WaitingListRow[], faults, refused, ...said };
    await stageWaitingList(store, actor, upload, read, today);
  } else if (kind === "sessions") {
    await stageSessions(store, actor, upload, { items: rows as TheatreSession[], faults, refused, ...said });
  } else {
    await stageResources(store, actor, upload, { items: rows as SharedResource[], faults, refused });
  }
}
