import type { Readiness, WaitingListEntry } from "~/domain/waiting-list";
import type { Difference } from "../schema";
import { readinessRow, type ReadinessRow } from "../waiting-list-row";

/** A row of a waiting-list file: the entry, and the columns that Hublist does not know. */
export interface WaitingListRow {
  entry: WaitingListEntry;
  unknown: Record<string, string>;
}

/** What a row is compared with. */
export interface HeldSide {
  /** The entry as the file last said it. */
  entry: WaitingListEntry;
  unknown: Record<string, string>;
  gone: boolean;
  /** What was decided in Hublist; null: nothing, so the file's readiness counts. */
  decided: Readiness | null;
  /** Date of the entry's present place in a theatre session; null: none. */
  placedOn: string | null;
}

/** The columns in which a row differs from what is held; `kept` ones are Hublist's and stay. */
export function differencesOf(row: WaitingListRow, held: HeldSide): Difference[] {
  return [
    ...(held.gone ? [{ column: "state", held: "gone", file: "listed", kept: false }] : []),
    ...unlike(plainColumns(held.entry), plainColumns(row.entry), false),
    ...unlike(held.entry.details, row.entry.details, false, "details."),
    ...unlike(held.unknown, row.unknown, false, "unknown."),
    ...readinessDifferences(row.entry, held),
    ...dateDrift(row.entry, held.placedOn),
  ];
}

function readinessDifferences(file: WaitingListEntry, held: HeldSide): Difference[] {
  const counts = held.decided ?? held.entry;
  return unlike(
    { ...readinessRow(counts) },
    { ...readinessRow(file) } satisfies ReadinessRow,
    held.decided !== null,
  );
}

/** The file gives another date than the place that Hublist holds. No date in the file: it was not yet told. */
function dateDrift(file: WaitingListEntry, placedOn: string | null): Difference[] {
  if (placedOn === null || file.tciDate === null || file.tciDate === placedOn) return [];
  return [{ column: "placement", held: placedOn, file: file.tciDate, kept: true }];
}

/** The entry without what is compared in another way, or is no fact of the file. */
function plainColumns(entry: WaitingListEntry): Record<string, unknown> {
  const {
    row: _row,
    details: _details,
    screening: _s,
    fitFrom: _f,
    fitUntil: _u,
    hubSuitable: _h,
    ...plain
  } = entry;
  return plain;
}

function unlike(held: object, file: object, kept: boolean, prefix = ""): Difference[] {
  const [before, after] = [held, file] as Record<string, unknown>[];
  return [...new Set([...Object.keys(after!), ...Object.keys(before!)])].flatMap((column) => {
    const [was, is] = [shown(before![column]), shown(after![column])];
    return was === is ? [] : [{ column: prefix + column, held: was, file: is, kept }];
  });
}

/** A value as a person reads it; equal texts are equal values. */
function shown(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value ? "Y" : "N";
  if (Array.isArray(value)) return value.map(shown).join(";");
  if (typeof value === "object" && "from" in value && "to" in value) return `${value.from}/${value.to}`;
  return String(value);
}
