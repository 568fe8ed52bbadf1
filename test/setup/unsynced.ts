import Database from "better-sqlite3";

/**
 * What a test writes need not outlast a power cut: SQLite leaves it to the system when to write to the disk, for which
 * each commit of the product waits. A process that a test starts or kills waits as the product does.
 */
const { prototype } = Database as unknown as { prototype: { pragma: Pragma; unsynced?: true } };
type Pragma = (this: unknown, source: string, ...options: unknown[]) => unknown;

if (!prototype.unsynced) {
  const { pragma } = prototype;
  prototype.unsynced = true;
  prototype.pragma = function (source, ...options) {
    return pragma.call(this, source === "synchronous = FULL" ? "synchronous = OFF" : source, ...options);
  };
}
