import { and, eq, type InferInsertModel, type SQL } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { actorText, type Actor } from "./actor";
import { canonicalJson } from "./audit/chain";
import { type AuditRecord, type Ledger } from "./audit/ledger";
import { auditRule, type AuditRule } from "./audit/rules";
import type { Connection, Reader, Row } from "./engine";

/** Whose data a row is, where the row does not say so itself. */
export interface About {
  organisation: string;
  site?: string;
}

/** What several commits that joined one transaction share. */
export interface Transaction {
  connection: Connection;
  ledger: Ledger;
  at: string;
  /** A joined commit threw: nothing of the transaction may be kept. */
  failed: boolean;
  ended: boolean;
  /** A table whose writes must be told and were not yet. */
  untold: string | null;
}

/** The pen of one commit. Every write through it reaches the audit, by the table's rule (db/audit/rules.ts). */
export class Tx {
  readonly by: string;

  constructor(
    private readonly transaction: Transaction,
    actor: Actor,
    private readonly action: string,
  ) {
    this.by = actorText(actor);
  }

  /** Instant of the commit. */
  get at(): string {
    return this.transaction.at;
  }

  /** Reads that see what this transaction has written. */
  get db(): Reader {
    return this.open().reader;
  }

  async insert<T extends PgTable>(
    table: T,
    rows: InferInsertModel<T> | InferInsertModel<T>[],
    about?: About,
  ): Promise<void> {
    const list = (Array.isArray(rows) ? rows : [rows]) as Row[];
    await this.open().insertMany(table, list);
    await this.account(table, list, (row, rule) => [{}, withoutSecrets(row, rule)], about);
  }

  /** Sets columns of one row, found by its key properties; throws when there is no such row. */
  async update<T extends PgTable>(
    table: T,
    key: Row,
    set: Partial<InferInsertModel<T>>,
    about?: About,
  ): Promise<void> {
    const before = await this.held(table, key);
    const changed = Object.keys(set).filter(
      (property) => canonicalJson((set as Row)[property] ?? null) !== canonicalJson(before[property] ?? null),
    );
    if (changed.length === 0) return;
    const after = Object.fromEntries(changed.map((property) => [property, (set as Row)[property] ?? null]));
    await this.open().updateMany(table, Object.keys(key), [{ ...key, ...after }]);
    if (changed.every((property) => auditRule(table).quiet.includes(property))) return;
    const was = (row: Row) => Object.fromEntries(changed.map((property) => [property, row[property]]));
    await this.account(
      table,
      [before],
      (row, rule) => [withoutSecrets(was(row), rule), withoutSecrets(after, rule)],
      about,
    );
  }

  /** Sets the same columns of many rows at once; for tables whose writes are told. */
  async updateMany<T extends PgTable>(table: T, rows: Partial<InferInsertModel<T>>[]): Promise<void> {
    const rule = auditRule(table);
    if (rule.audit === "row") throw new Error(`Rows of ${rule.kind} are audited one by one: use update.`);
    await this.open().updateMany(table, rule.key, rows as Row[]);
    this.owe(rule, rows.length);
  }

  /** Removes one row by its key properties; throws when there is no such row. */
  async remove<T extends PgTable>(table: T, key: Row, about?: About): Promise<void> {
    const before = await this.held(table, key);
    await this.open().removeMany(table, Object.keys(key), [key]);
    await this.account(table, [before], (row, rule) => [withoutSecrets(row, rule), {}], about);
  }

  /** Removes all rows that have these values; for tables whose writes are told. */
  async clear(table: PgTable, match: Row): Promise<void> {
    const rule = auditRule(table);
    if (rule.audit === "row") throw new Error(`Rows of ${rule.kind} are audited one by one: use remove.`);
    await this.open().removeMany(table, Object.keys(match), [match]);
    this.owe(rule, 1);
  }

  /** Tells the audit what was done to subjects whose tables are `told`. Values are JSON texts. */
  async tell(records: AuditRecord[]): Promise<void> {
    this.open();
    await this.transaction.ledger.add(this.by, this.action, records);
    if (records.length > 0) this.transaction.untold = null;
  }

  private open(): Connection {
    if (this.transaction.ended)
      throw new Error("This commit has ended. Maybe a write in it was not awaited.");
    return this.transaction.connection;
  }

  private async held(table: PgTable, key: Row): Promise<Row> {
    const columns = table as unknown as Record<string, PgColumn>;
    const where = and(...Object.entries(key).map(([property, value]): SQL => eq(columns[property]!, value)));
    const [row] = await this.db
      .select()
      .from(table as PgTable)
      .where(where);
    if (row === undefined) throw new Error(`No ${auditRule(table).kind} has the key ${JSON.stringify(key)}.`);
    return row as Row;
  }

  private async account(
    table: PgTable,
    rows: Row[],
    values: (row: Row, rule: AuditRule) => [before: Row, after: Row],
    about?: About,
  ): Promise<void> {
    const rule = auditRule(table);
    if (rule.audit !== "row") return this.owe(rule, rows.length);
    const records = rows.map((row) => {
      const [before, after] = values(row, rule);
      return { ...subjectOf(rule, row, about), before: canonicalJson(before), after: canonicalJson(after) };
    });
    await this.tell(records);
  }

  private owe(rule: AuditRule, rows: number): void {
    if (rule.audit === "told" && rows > 0) this.transaction.untold = rule.kind;
  }
}

/** Whom an audit entry about `row` is about. */
function subjectOf(rule: AuditRule, row: Row, about?: About) {
  const text = (value: unknown) => (typeof value === "string" ? value : "");
  return {
    subjectKind: rule.kind,
    subjectId: rule.key.map((property) => String(row[property])).join("/"),
    organisation: about?.organisation ?? text(row.organisation),
    site: about === undefined ? text(row.site) : (about.site ?? ""),
  };
}

function withoutSecrets(row: Row, { omit, quiet }: AuditRule): Row {
  return Object.fromEntries(
    Object.entries(row).filter(([property]) => ![...omit, ...quiet].includes(property)),
  );
}
