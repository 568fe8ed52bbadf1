import { and, eq } from "drizzle-orm";
import { newId } from "../new-id";
import type { Fault } from "~/domain/fault";
import type { Tx } from "../commit";
import { breathe, type Reader } from "../engine";
import {
  CHANGE_KINDS,
  importFault,
  importPayload,
  importRow,
  imports,
  listRevision,
  type ChangeKind,
  type Difference,
  type ImportCounts,
  type ImportKind,
} from "../schema";

/** An upload: whose list of which kind, the sites it speaks for, and the file. */
export interface Upload {
  /** Of the upload whose reading was begun (db/imports/reading.ts); without it one is made. */
  id?: string;
  organisation: string;
  kind: ImportKind;
  sites: string[];
  fileName: string;
  /** SHA-256 of the file, hex. */
  sha256: string;
}

/** A fault as the reader found it; `rejected`: the row was left out, otherwise it stands with a warning. */
export interface ImportFault extends Fault {
  rejected: boolean;
}

/** A change to be staged. `payload`: what to write when it is confirmed, as JSON text. */
export interface StagedChange {
  row: number;
  kind: ChangeKind;
  key: string;
  held: string | null;
  differences: Difference[];
  payload: string | null;
}

const ROWS_A_BLOCK = 1000;

/** Writes one upload into the staging tables, block by block. */
export class Staging {
  readonly counts: ImportCounts;
  /** Columns that the file lacks, as people know them. */
  leftOut: string[] = [];
  private changes: StagedChange[] = [];
  private faults: ImportFault[] = [];
  private rowNumber = 0;
  private faultNumber = 0;

  private constructor(
    private readonly tx: Tx,
    readonly id: string,
    readonly upload: Upload,
  ) {
    this.counts = noCounts();
  }

  static async open(tx: Tx, upload: Upload): Promise<Staging> {
    const baseRevision = await currentRevision(tx.db, upload.organisation, upload.kind);
    if (upload.id !== undefined) {
      await tx.update(imports, { id: upload.id }, { state: "uploaded", baseRevision });
      return new Staging(tx, upload.id, upload);
    }
    const id = newId();
    const fresh = { state: "uploaded" as const, counts: noCounts(), closedBy: null, closedAt: null };
    await tx.insert(imports, { ...upload, id, uploadedBy: tx.by, uploadedAt: tx.at, baseRevision, ...fresh });
    return new Staging(tx, id, upload);
  }

  async add(change: StagedChange): Promise<void> {
    this.counts[change.kind]++;
    if (change.kind === "same") return;
    this.changes.push(change);
    if (this.changes.length >= ROWS_A_BLOCK) await this.writeChanges();
  }

  async fault(fault: ImportFault): Promise<void> {
    if (fault.rejected) this.counts.faults++;
    else this.counts.warnings++;
    this.faults.push(fault);
    if (this.faults.length >= ROWS_A_BLOCK) await this.writeFaults();
  }

  /** Writes what is left and the counts. */
  async close(): Promise<{ id: string; counts: ImportCounts }> {
    await this.writeChanges();
    await this.writeFaults();
    await this.tx.update(imports, { id: this.id }, { counts: this.counts, leftOut: this.leftOut });
    const about = {
      organisation: this.upload.organisation,
      site: "",
      subjectKind: "import",
      subjectId: this.id,
    };
    const after = JSON.stringify({ staged: this.rowNumber, sha256: this.upload.sha256 });
    await this.tx.tell([{ ...about, before: "{}", after }]);
    return { id: this.id, counts: this.counts };
  }

  private async writeChanges(): Promise<void> {
    const numbered = this.changes.map((change) => ({ ...change, import: this.id, number: ++this.rowNumber }));
    await this.tx.insert(
      importRow,
      numbered.map(({ payload: _payload, ...row }) => row),
    );
    await this.tx.insert(
      importPayload,
      numbered.flatMap(({ number, payload }) =>
        payload === null ? [] : { import: this.id, number, payload },
      ),
    );
    this.changes = [];
    await breathe();
  }

  private async writeFaults(): Promise<void> {
    const numbered = this.faults.map((fault) => ({ import: this.id, number: ++this.faultNumber, ...fault }));
    await this.tx.insert(importFault, numbered);
    this.faults = [];
  }
}

/** How often an organisation's list of a kind has been changed by an import. */
export async function currentRevision(db: Reader, organisation: string, kind: ImportKind): Promise<number> {
  const [held] = await db
    .select({ revision: listRevision.revision })
    .from(listRevision)
    .where(and(eq(listRevision.organisation, organisation), eq(listRevision.kind, kind)));
  return held?.revision ?? 0;
}

/** The counts of an import of nothing. */
export function noCounts(): ImportCounts {
  const kinds = Object.fromEntries(CHANGE_KINDS.map((kind) => [kind, 0])) as Record<ChangeKind, number>;
  return { ...kinds, faults: 0, warnings: 0, held: 0 };
}
