import type { IsoDate } from "~/domain/calendar";
import { NOTHING_LEFT_OUT, type LeftOut } from "~/domain/left-out";
import type { Actor } from "../actor";
import type { Reader } from "../engine";
import type { Difference, ImportCounts, ImportKind } from "../schema";
import type { Store } from "../store";
import { Staging, type ImportFault, type Upload } from "./staging";

/** Something of a site on a date that a file lists: a theatre session or a shared resource. */
export interface DatedItem {
  row: number;
  site: string;
  date: IsoDate;
}

/** A held item, as the file's are compared with it. */
export interface HeldItem<Item> {
  id: string;
  present: boolean;
  item: Item;
  /** It was made in Hublist: no file changes it or takes it away (docs/decisions/0013). */
  own?: boolean;
  /** It keeps others out of its place. */
  open?: boolean;
}

/** What the reader made of a file of dated items. */
export interface ReadDatedList<Item> {
  items: Item[];
  faults: ImportFault[];
  /** Keys of rows that were refused: these items are in the file, so they are not gone. */
  refused: { key: string }[];
  leftOut?: LeftOut;
}

/** A fault but for the place where it stands. */
export interface Refusal {
  column: string;
  value: string;
  message: string;
}

/** What tells one kind of dated list from another. */
export interface DatedList<Item extends DatedItem> {
  kind: ImportKind;
  key(item: Item): string;
  /** What people call the key's column. */
  keyColumn: string;
  /** The columns that are compared, by name. */
  columns(item: Item): Record<string, unknown>;
  held(db: Reader, organisation: string): Promise<HeldItem<Item>[]>;
  /**
   * Whether an item cannot stand once what the file leaves out is taken from what is held. `own`: the present open items
   * that were made in Hublist.
   */
  refusal?(item: Item, own: readonly HeldItem<Item>[]): Refusal | null;
  /** Doubts about items that stand, each with its row. */
  doubts?(db: Reader, organisation: string, items: Item[]): Promise<(Refusal & { row: number })[]>;
}

/**
 * Stages an upload of a dated list. Gone is what the upload's sites held within the file's first and last date and the
 * file no longer has: a file says nothing of the time before and after it.
 */
export async function stageDatedList<Item extends DatedItem>(
  list: DatedList<Item>,
  store: Store,
  actor: Actor,
  upload: Omit<Upload, "kind">,
  read: ReadDatedList<Item>,
): Promise<{ id: string; counts: ImportCounts }> {
  return store.commit(actor, `${list.kind}.upload`, async (tx) => {
    const staging = await Staging.open(tx, { ...upload, kind: list.kind });
    const { columns, properties } = read.leftOut ?? NOTHING_LEFT_OUT;
    staging.leftOut = columns;
    for (const fault of read.faults) await staging.fault(fault);
    const held = new Map(
      (await list.held(tx.db, upload.organisation)).map((one) => [list.key(one.item), one]),
    );
    const own = [...held.values()].filter((one) => one.own && one.open && one.present);
    const seen = new Set<string>();
    const standing: Item[] = [];
    for (const said of read.items) {
      const item = withHeld(said, held.get(list.key(said))?.item, properties);
      const refusal = refusalOf(list, staging, item, held, seen) ?? list.refusal?.(item, own) ?? null;
      seen.add(list.key(item));
      if (refusal === null) {
        standing.push(item);
        await stageOne(list, staging, item, held.get(list.key(item)));
      } else await staging.fault({ ...refusal, file: upload.fileName, row: item.row, rejected: true });
    }
    for (const doubt of (await list.doubts?.(tx.db, upload.organisation, standing)) ?? [])
      await staging.fault({ ...doubt, file: upload.fileName, rejected: false });
    for (const { key } of read.refused) seen.add(key);
    await stageGone(staging, held, seen, spanOf(read.items));
    return staging.close();
  });
}

/** The item with what is held wherever the file has no column. */
function withHeld<Item extends DatedItem>(item: Item, held: Item | undefined, leftOut: string[]): Item {
  if (held === undefined || leftOut.length === 0) return item;
  const kept = held as unknown as Record<string, unknown>;
  return { ...item, ...Object.fromEntries(leftOut.map((property) => [property, kept[property]])) };
}

function refusalOf<Item extends DatedItem>(
  list: DatedList<Item>,
  staging: Staging,
  item: Item,
  held: Map<string, HeldItem<Item>>,
  seen: Set<string>,
): Refusal | null {
  const { sites } = staging.upload;
  const at = (column: string, value: string, message: string) => ({
    column,
    value: value.slice(0, 100),
    message,
  });
  if (seen.has(list.key(item)))
    return at(list.keyColumn, list.key(item), "Stands in the file before; the first row counts.");
  if (!sites.includes(item.site))
    return at("site_code", item.site, `This upload speaks for ${sites.join(", ")} only.`);
  const known = held.get(list.key(item));
  if (known?.present === true && !sites.includes(known.item.site)) {
    return at("site_code", item.site, `Held at ${known.item.site}, for which this upload does not speak.`);
  }
  return null;
}

async function stageOne<Item extends DatedItem>(
  list: DatedList<Item>,
  staging: Staging,
  item: Item,
  held: HeldItem<Item> | undefined,
): Promise<void> {
  const differences = held === undefined ? [] : differencesOf(list, held, item);
  const changed = held?.own ? "drift" : "changed";
  const kind = held === undefined ? "new" : differences.length > 0 ? changed : "same";
  const payload = kind === "same" || kind === "drift" ? null : JSON.stringify(item);
  await staging.add({
    row: item.row,
    kind,
    key: list.key(item),
    held: held?.id ?? null,
    differences,
    payload,
  });
}

function differencesOf<Item extends DatedItem>(
  list: DatedList<Item>,
  held: HeldItem<Item>,
  item: Item,
): Difference[] {
  const [before, after] = [list.columns(held.item), list.columns(item)];
  const back = held.present ? [] : [{ column: "presence", held: "gone", file: "present", kept: false }];
  const unlike = Object.keys(after).flatMap((column) => {
    const [was, is] = [shown(before[column]), shown(after[column])];
    return was === is ? [] : [{ column, held: was, file: is, kept: held.own === true }];
  });
  return [...back, ...unlike];
}

async function stageGone<Item extends DatedItem>(
  staging: Staging,
  held: Map<string, HeldItem<Item>>,
  seen: Set<string>,
  span: { first: IsoDate; last: IsoDate } | null,
): Promise<void> {
  for (const [key, { id, present, item, own }] of held) {
    if (own) continue;
    const within = span !== null && item.date >= span.first && item.date <= span.last;
    if (!present || !within || !staging.upload.sites.includes(item.site)) continue;
    staging.counts.held++;
    if (seen.has(key)) continue;
    const differences = [{ column: "presence", held: "present", file: "gone", kept: false }];
    await staging.add({ row: 0, kind: "gone", key, held: id, differences, payload: null });
  }
}

function spanOf(items: DatedItem[]): { first: IsoDate; last: IsoDate } | null {
  if (items.length === 0) return null;
  const dates = items.map(({ date }) => date).sort();
  return { first: dates[0]!, last: dates[dates.length - 1]! };
}

function shown(value: unknown): string {
  if (typeof value === "boolean") return value ? "Y" : "N";
  return Array.isArray(value) ? value.join(";") : String(value ?? "");
}
