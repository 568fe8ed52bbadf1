import { eq } from "drizzle-orm";
import { newId } from "../new-id";
import type { IsoDate } from "~/domain/calendar";
import type { SharedResource } from "~/domain/theatre";
import type { Actor } from "../actor";
import type { Tx } from "../commit";
import { sharedResource, type ImportCounts } from "../schema";
import type { Store } from "../store";
import type { ClosableImport, StagedRow } from "./closing";
import { stageDatedList, type DatedList, type ReadDatedList } from "./dated-list";
import type { Upload } from "./staging";

const RESOURCES: DatedList<SharedResource> = {
  kind: "resources",
  key: ({ site, date, period, resource }) => [site, date, period, resource].join(" "),
  keyColumn: "resource",
  columns: ({ quantity }) => ({ quantity }),
  async held(db, organisation) {
    const rows = await db.select().from(sharedResource).where(eq(sharedResource.organisation, organisation));
    return rows.map(({ id, presence, ...item }) => ({
      id,
      present: presence === "present",
      item: { row: 0, ...item },
    }));
  },
};

/** Stages an upload of shared resources; nothing is changed before it is confirmed. */
export async function stageResources(
  store: Store,
  actor: Actor,
  upload: Omit<Upload, "kind">,
  read: ReadDatedList<SharedResource>,
): Promise<{ id: string; counts: ImportCounts }> {
  return stageDatedList(RESOURCES, store, actor, upload, read);
}

/** Applies a block of the staged rows of a list of shared resources. */
export async function applyResources(
  tx: Tx,
  { organisation }: ClosableImport,
  block: StagedRow[],
  goneOn: IsoDate,
): Promise<void> {
  for (const { kind, held, payload } of block) {
    if (kind === "gone") {
      await tx.update(sharedResource, { id: held! }, { presence: "gone", goneOn });
      continue;
    }
    const { row: _row, ...item } = JSON.parse(payload!) as SharedResource;
    const present = { ...item, presence: "present" as const, goneOn: null };
    if (held === null) await tx.insert(sharedResource, { id: newId(), organisation, ...present });
    else
      await tx.update(
        sharedResource,
        { id: held },
        { quantity: item.quantity, presence: "present", goneOn: null },
      );
  }
}
