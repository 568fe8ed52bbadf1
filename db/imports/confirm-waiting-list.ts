import { and, inArray, isNotNull } from "drizzle-orm";
import { newId } from "../new-id";
import type { IsoDate } from "~/domain/calendar";
import type { Policy } from "~/domain/policy";
import type { Tx } from "../commit";
import type { Reader } from "../engine";
import { currentPolicy } from "../policies";
import { earlierOffer } from "../promised-dates";
import { waitingListEntry, type Difference } from "../schema";
import { targetDate } from "../targets";
import { readinessRow, waitFacts } from "../waiting-list-row";
import type { ClosableImport, StagedRow } from "./closing";
import { decidedEntries } from "./held-list";
import { savePeople } from "./save-people";
import { payloadDigest, rowOf } from "./waiting-list-payload";

/** Applies a block of the staged rows of a waiting list. `goneOn`: the date that entries carry which went or came back. */
export async function applyWaitingList(
  tx: Tx,
  { organisation, sites }: ClosableImport,
  block: StagedRow[],
  goneOn: IsoDate,
): Promise<void> {
  const { policy } = (await currentPolicy({ organisations: [organisation], sites }, tx.db, organisation))!;
  const promises = await promisesOf(tx.db, block);
  const filled = block.flatMap((staged) =>
    staged.payload === null ? [] : [fill(staged, staged.payload, policy, promises)],
  );
  const people = await savePeople(
    tx,
    organisation,
    filled.map(({ row }) => row.entry),
  );
  await insertNew(tx, organisation, filled, people);
  await markReturned(tx, filled, goneOn);
  await updateChanged(tx, organisation, filled, people);
  const gone = block.filter(({ kind }) => kind === "gone");
  await tx.updateMany(
    waitingListEntry,
    gone.map(({ held }) => ({ id: held!, state: "gone" as const, goneOn })),
  );
  await tellGone(tx, organisation, gone, goneOn);
}

type Filled = ReturnType<typeof fill>;
type People = Awaited<ReturnType<typeof savePeople>>;

function fill(staged: StagedRow, payload: string, policy: Policy, promises: Map<string, IsoDate>) {
  const row = rowOf(payload);
  const offerBy = earlierOffer(row.entry.offerBy, promises.get(staged.held ?? "") ?? null);
  return { ...staged, payload, row, target: targetDate({ ...row.entry, offerBy }, policy) };
}

/** What Hublist promised after a cancellation to the held entries of a block: no file takes it back. */
async function promisesOf(db: Reader, block: StagedRow[]): Promise<Map<string, IsoDate>> {
  const held = block.flatMap((staged) => staged.held ?? []);
  if (held.length === 0) return new Map();
  const rows = await db
    .select({ id: waitingListEntry.id, promisedBy: waitingListEntry.promisedBy })
    .from(waitingListEntry)
    .where(and(inArray(waitingListEntry.id, held), isNotNull(waitingListEntry.promisedBy)));
  return new Map(rows.map(({ id, promisedBy }) => [id, promisedBy!]));
}

async function insertNew(tx: Tx, organisation: string, filled: Filled[], people: People): Promise<void> {
  const fresh = filled.filter(({ kind }) => kind === "new").map((item) => ({ ...item, id: newId() }));
  await tx.insert(
    waitingListEntry,
    fresh.map(({ id, row, payload, target }) =>
      Object.assign(waitFacts(row.entry, row.unknown, payloadDigest(payload)), readinessRow(row.entry), {
        id,
        target,
        organisation,
        issuer: row.entry.issuer,
        pathwayId: row.entry.pathwayId,
        patient: people(row.entry),
        state: "listed" as const,
        goneOn: null,
      }),
    ),
  );
  await tx.tell(
    fresh.map(({ id, row, payload }) => ({
      ...about(organisation, row.entry.listingSite, id),
      before: "{}",
      after: payload,
    })),
  );
}

async function updateChanged(tx: Tx, organisation: string, filled: Filled[], people: People): Promise<void> {
  const changed = filled.filter(({ kind }) => kind !== "new");
  const decided = await decidedEntries(
    tx.db,
    changed.map(({ held }) => held!),
  );
  const update = ({ held, row, payload, target }: Filled) => ({
    id: held!,
    target,
    patient: people(row.entry),
    state: "listed" as const,
    goneOn: null,
    ...waitFacts(row.entry, row.unknown, payloadDigest(payload)),
  });
  const [ours, theirs] = [
    changed.filter(({ held }) => decided.has(held!)),
    changed.filter(({ held }) => !decided.has(held!)),
  ];
  await tx.updateMany(waitingListEntry, ours.map(update));
  await tx.updateMany(
    waitingListEntry,
    theirs.map((item) => ({ ...update(item), ...readinessRow(item.row.entry) })),
  );
  await tellChanged(tx, organisation, changed);
}

/** Entries that are listed again: of an operation before they were dropped it is to be asked whether it took place. */
async function markReturned(tx: Tx, filled: Filled[], returnedOn: IsoDate): Promise<void> {
  const returned = filled.filter(({ differences }) =>
    differences.some(({ column, held }) => column === "state" && held === "gone"),
  );
  await tx.updateMany(
    waitingListEntry,
    returned.map(({ held }) => ({ id: held!, returnedOn })),
  );
}

async function tellChanged(tx: Tx, organisation: string, changed: Filled[]): Promise<void> {
  const side = (differences: Difference[], of: "held" | "file") =>
    JSON.stringify(Object.fromEntries(differences.map((difference) => [label(difference), difference[of]])));
  await tx.tell(
    changed.map(({ held: id, row, differences }) => ({
      ...about(organisation, row.entry.listingSite, id!),
      before: side(differences, "held"),
      after: side(differences, "file"),
    })),
  );
}

/** A kept column is the file's word only: what counts did not change. */
const label = ({ column, kept }: Difference) => (kept ? `file.${column}` : column);

async function tellGone(tx: Tx, organisation: string, gone: StagedRow[], goneOn: IsoDate): Promise<void> {
  if (gone.length === 0) return;
  const sites = await tx.db
    .select({ id: waitingListEntry.id, site: waitingListEntry.listingSite })
    .from(waitingListEntry)
    .where(
      inArray(
        waitingListEntry.id,
        gone.map(({ held }) => held!),
      ),
    );
  const after = JSON.stringify({ state: "gone", goneOn });
  await tx.tell(
    sites.map(({ id, site }) => ({ ...about(organisation, site, id), before: '{"state":"listed"}', after })),
  );
}

function about(organisation: string, site: string, id: string) {
  return { subjectKind: "waiting_list_entry", subjectId: id, organisation, site };
}
