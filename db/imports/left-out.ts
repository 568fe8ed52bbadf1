import { NOTHING_LEFT_OUT, type LeftOut } from "~/domain/left-out";
import type { WaitingListEntry } from "~/domain/waiting-list";
import type { Reader } from "../engine";
import type { PatientRow } from "../waiting-list-row";
import { heldPeople, personKey } from "./save-people";
import type { ReadWaitingList } from "./read-waiting-list";
import type { WaitingListRow } from "./waiting-list-differences";

/** The person's properties of a waiting-list entry, by which the left-out ones are told from those of the wait. */
const PERSON = ["nhsNumber", "gender", "ethnicCategory", "imdDecile"] as const;
type Detail = keyof WaitingListEntry["details"];

/** Whether anything about the person is left out. */
function leavesOutPerson({ properties }: LeftOut): boolean {
  return properties.some((property) => property.startsWith("details.") || isOfPerson(property));
}

const isOfPerson = (property: string) => (PERSON as readonly string[]).includes(property);

/** Fills the rows of one file with what is held wherever the file has no column. */
export class HeldWhereSilent {
  private readonly leftOut: LeftOut;
  private readonly unknownColumns: string[] | null;
  private readonly issuers = new Map<string, string[]>();
  private readonly soleIssuer: string;

  /** `keys`: those of the entries that the organisation holds. */
  constructor(
    private readonly db: Reader,
    private readonly organisation: string,
    { leftOut, unknownColumns }: ReadWaitingList,
    keys: Iterable<string>,
  ) {
    this.leftOut = leftOut ?? NOTHING_LEFT_OUT;
    this.unknownColumns = unknownColumns ?? null;
    const all = new Set<string>();
    if (this.lacksIssuer)
      for (const key of keys) {
        const [issuer, pathwayId] = JSON.parse(key) as [string, string];
        all.add(issuer);
        this.issuers.set(pathwayId, [...(this.issuers.get(pathwayId) ?? []), issuer]);
      }
    this.soleIssuer = all.size === 1 ? [...all][0]! : "";
  }

  /** Whether a pathway identifier does not tell whose it is, since the file names no issuer. */
  isAmbiguous(pathwayId: string): boolean {
    return (this.issuers.get(pathwayId)?.length ?? 0) > 1;
  }

  /** The rows with their issuers, and with what is held of their patients. */
  async withPeople(rows: WaitingListRow[]): Promise<WaitingListRow[]> {
    const issued = this.lacksIssuer ? rows.map((row) => this.withIssuer(row)) : rows;
    if (!leavesOutPerson(this.leftOut)) return issued;
    const people = await heldPeople(
      this.db,
      this.organisation,
      issued.map(({ entry }) => entry),
    );
    return issued.map((row) => {
      const held = people.get(personKey(row.entry.issuer, row.entry.patientId));
      return held === undefined ? row : { ...row, entry: withPersonHeld(row.entry, held, this.leftOut) };
    });
  }

  /** The row with what is held of its entry; the same row when nothing is missing. */
  withWait(row: WaitingListRow, held: WaitingListRow): WaitingListRow {
    const lost = Object.keys(held.unknown).some((name) => this.unknownColumns?.includes(name) === false);
    if (this.leftOut.properties.length === 0 && !lost) return row;
    return withWaitHeld(row, held, this.leftOut, this.unknownColumns ?? Object.keys(held.unknown));
  }

  private get lacksIssuer(): boolean {
    return this.leftOut.properties.includes("issuer");
  }

  private withIssuer({ entry, unknown }: WaitingListRow): WaitingListRow {
    const [issuer = this.soleIssuer] = this.issuers.get(entry.pathwayId) ?? [];
    return { entry: { ...entry, issuer }, unknown };
  }
}

/** The entry with what is held of its patient wherever the file says nothing. */
function withPersonHeld(
  entry: WaitingListEntry,
  held: PatientRow,
  { properties }: LeftOut,
): WaitingListEntry {
  const from = held as unknown as Record<string, unknown>;
  const pick = (names: string[]) => Object.fromEntries(names.map((name) => [name, from[name]]));
  const details = properties
    .filter((property) => property.startsWith("details."))
    .map((property) => property.slice("details.".length) as Detail);
  return {
    ...entry,
    ...pick(properties.filter(isOfPerson)),
    details: { ...entry.details, ...pick(details) },
  };
}

/** The row with what is held of its entry wherever the file says nothing; `unknown`: the file's own columns. */
function withWaitHeld(
  { entry, unknown }: WaitingListRow,
  held: WaitingListRow,
  { properties }: LeftOut,
  columns: readonly string[],
): WaitingListRow {
  const said = held.entry as unknown as Record<string, unknown>;
  const plain = properties.filter(
    (name) => !name.startsWith("details.") && !isOfPerson(name) && name !== "issuer",
  );
  const kept: WaitingListEntry = { ...entry, ...Object.fromEntries(plain.map((name) => [name, said[name]])) };
  const lost = Object.entries(held.unknown).filter(([name]) => !columns.includes(name));
  return {
    entry: { ...kept, ...dependent(entry, held.entry, kept, new Set(properties)) },
    unknown: { ...unknown, ...Object.fromEntries(lost) },
  };
}

/** What holds only together with another column: a held value of another procedure, stay or date would be wrong. */
function dependent(
  file: WaitingListEntry,
  held: WaitingListEntry,
  kept: WaitingListEntry,
  leftOut: Set<string>,
): Partial<WaitingListEntry> {
  const sameProcedure = file.procedureCode === held.procedureCode;
  const sameTime = sameProcedure && kept.minutes === held.minutes;
  const sameStay = file.intendedManagement === held.intendedManagement;
  const since = <P extends keyof WaitingListEntry>(
    property: P,
    holds: boolean,
    other: WaitingListEntry[P],
  ) => (leftOut.has(property) && !holds ? { [property]: other } : {});
  return {
    ...since("minutes", sameProcedure, file.minutes),
    ...since("minutesDeviation", sameTime, file.minutesDeviation),
    ...since("nights", sameStay, file.nights),
    ...since("tciSession", kept.tciDate === held.tciDate, null),
    // Nobody named: pooled. Pooled only because nobody was named: no longer, once somebody is.
    ...since("pooled", false, kept.consultant === null || (held.pooled && held.consultant !== null)),
  };
}
