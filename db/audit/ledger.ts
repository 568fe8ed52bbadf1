import { eq } from "drizzle-orm";
import { randomUUID } from "node:crypto";
import { type Connection, type Row } from "../engine";
import { auditEntry, auditHead, auditValue } from "../schema";
import { digestOf, hashOf } from "./chain";

/** What one audit entry says beyond who and when. `before` and `after` are JSON texts. */
export interface AuditRecord {
  subjectKind: string;
  subjectId: string;
  /** Empty: of the installation. */
  organisation: string;
  /** Empty: of the whole organisation. */
  site: string;
  before: string;
  after: string;
}

const ENTRIES_A_BLOCK = 2000;

/** The audit entries of one transaction: chained as they come, written in blocks, closed at the end. */
export class Ledger {
  private seq = 0;
  private hash: string | null = null;
  private entries: Row[] = [];
  private values: Row[] = [];

  constructor(
    private readonly connection: Connection,
    private readonly at: string,
  ) {}

  async add(actor: string, action: string, records: AuditRecord[]): Promise<void> {
    if (this.hash === null && records.length > 0) await this.readHead();
    for (const record of records) {
      this.chain(actor, action, record);
      if (this.entries.length >= ENTRIES_A_BLOCK) await this.write();
    }
  }

  /** Writes what is left, and where the chain now ends. */
  async close(): Promise<void> {
    if (this.hash === null) return;
    await this.write();
    await this.connection.updateMany(auditHead, ["id"], [{ id: "head", seq: this.seq, hash: this.hash }]);
  }

  private async readHead(): Promise<void> {
    const [head] = await this.connection.reader.select().from(auditHead).where(eq(auditHead.id, "head"));
    if (head === undefined)
      throw new Error("The audit has lost its head. Nothing can be written until it is restored.");
    this.seq = head.seq;
    this.hash = head.hash;
  }

  private chain(actor: string, action: string, record: AuditRecord): void {
    const { before, after, ...subject } = record;
    const salt = randomUUID();
    const link = {
      seq: ++this.seq,
      at: this.at,
      actor,
      action,
      ...subject,
      digest: digestOf(salt, before, after),
      previousHash: this.hash ?? "",
    };
    this.hash = hashOf(link);
    this.entries.push({ ...link, hash: this.hash });
    this.values.push({ seq: link.seq, salt, before, after });
  }

  private async write(): Promise<void> {
    await this.connection.insertMany(auditEntry, this.entries);
    await this.connection.insertMany(auditValue, this.values);
    this.entries = [];
    this.values = [];
  }
}
