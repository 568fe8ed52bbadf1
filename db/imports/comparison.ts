import type { IsoDate } from "~/domain/calendar";
import type { WaitingListEntry } from "~/domain/waiting-list";
import type { Reader } from "../engine";
import { placedDates } from "../placed-dates";
import type { Difference } from "../schema";
import { withPersonOf } from "../waiting-list-row";
import { driftedEntries, entryKey, heldKeys, heldSides, type HeldKey } from "./held-list";
import { HeldWhereSilent } from "./left-out";
import type { ReadWaitingList } from "./read-waiting-list";
import type { Staging, Upload } from "./staging";
import { differencesOf, type HeldSide, type WaitingListRow } from "./waiting-list-differences";
import { payloadDigest, payloadOf } from "./waiting-list-payload";

interface Prepared {
  row: WaitingListRow;
  held: HeldKey | undefined;
  payload: string;
  news: boolean;
}

/** Compares the rows of one upload with what is held. */
export class Comparison {
  private readonly seen = new Set<string>();
  private readonly people = new Map<string, WaitingListEntry>();

  private constructor(
    private readonly db: Reader,
    private readonly held: Map<string, HeldKey>,
    private readonly drifted: Set<string>,
    private readonly placed: Map<string, IsoDate>,
    private readonly silent: HeldWhereSilent,
  ) {}

  static async begin(
    db: Reader,
    organisation: string,
    read: ReadWaitingList,
    today: IsoDate,
  ): Promise<Comparison> {
    const held = await heldKeys(db, organisation);
    const drifted = await driftedEntries(db, organisation);
    const silent = new HeldWhereSilent(db, organisation, read, held.keys());
    return new Comparison(db, held, drifted, await placedDates(db, organisation, today), silent);
  }

  async stageBlock(staging: Staging, rows: WaitingListRow[]): Promise<void> {
    const prepared: Prepared[] = [];
    for (const row of await this.silent.withPeople(rows)) {
      const accepted = await this.accept(staging, row);
      if (accepted !== null) prepared.push(accepted);
    }
    const toRead = prepared.filter((item) => item.held !== undefined && this.needsReading(item));
    const sides = await heldSides(
      this.db,
      toRead.map((item) => item.held!.id),
      this.placed,
    );
    for (const item of prepared) {
      const side = item.held && sides.get(item.held.id);
      await this.stageOne(staging, side ? this.withHeld(item, side) : item, side);
    }
  }

  async stageGone(staging: Staging, refused: ReadWaitingList["refused"]): Promise<void> {
    const ofIssuer = new Set(
      refused.flatMap(({ issuer, key }) => (issuer === null ? [] : entryKey(issuer, key))),
    );
    const ofAny = new Set(refused.flatMap(({ issuer, key }) => (issuer === null ? key : [])));
    for (const [key, held] of this.held) {
      if (!held.listed || !staging.upload.sites.includes(held.site)) continue;
      staging.counts.held++;
      const name = (JSON.parse(key) as [string, string])[1];
      if (this.seen.has(key) || ofIssuer.has(key) || ofAny.has(name)) continue;
      const gone = [{ column: "state", held: "listed", file: "gone", kept: false }];
      await staging.add({ row: 0, kind: "gone", key: name, held: held.id, differences: gone, payload: null });
    }
  }

  /** Refuses a row that this upload may not speak for, or that stood before in the file. */
  private async accept(staging: Staging, row: WaitingListRow): Promise<Prepared | null> {
    const key = entryKey(row.entry.issuer, row.entry.pathwayId);
    const held = this.held.get(key);
    const refusal = this.refusal(staging.upload, row.entry, held, key);
    if (refusal !== null) {
      await staging.fault({ ...refusal, file: staging.upload.fileName, row: row.entry.row, rejected: true });
      if (held !== undefined) this.seen.add(key);
      return null;
    }
    this.seen.add(key);
    const agreed = { ...row, entry: await this.agreeOnPerson(staging, row.entry) };
    const payload = payloadOf(agreed);
    return {
      row: agreed,
      held,
      payload,
      news: held === undefined || !held.listed || held.digest !== payloadDigest(payload),
    };
  }

  private refusal(
    upload: Omit<Upload, "kind">,
    entry: WaitingListEntry,
    held: HeldKey | undefined,
    key: string,
  ) {
    const at = (column: string, value: string, message: string) => ({
      column,
      value: value.slice(0, 100),
      message,
    });
    const site = "ORGANISATION_SITE_IDENTIFIER_OF_TREATMENT";
    if (this.seen.has(key)) {
      return at(
        "PATIENT_PATHWAY_IDENTIFIER",
        entry.pathwayId,
        "This entry stands in the file before; the first row counts.",
      );
    }
    if (this.silent.isAmbiguous(entry.pathwayId)) {
      return at(
        "ORGANISATION_CODE_PATIENT_PATHWAY_IDENTIFIER_ISSUER",
        "",
        `Hublist holds ${entry.pathwayId} for several issuers: expected the column that says which.`,
      );
    }
    if (!upload.sites.includes(entry.listingSite)) {
      return at(site, entry.listingSite, `This upload speaks for ${upload.sites.join(", ")} only.`);
    }
    if (held?.listed === true && !upload.sites.includes(held.site)) {
      return at(
        site,
        entry.listingSite,
        `This entry is listed at ${held.site}, for which this upload does not speak.`,
      );
    }
    return null;
  }

  /** Rows of one patient have one person: the first row's; another value is a warning. */
  private async agreeOnPerson(staging: Staging, entry: WaitingListEntry): Promise<WaitingListEntry> {
    const key = JSON.stringify([entry.issuer, entry.patientId]);
    const first = this.people.get(key);
    if (first === undefined) {
      this.people.set(key, entry);
      return entry;
    }
    const agreed = withPersonOf(entry, first);
    if (payloadOf({ entry: agreed, unknown: {} }) !== payloadOf({ entry, unknown: {} })) {
      await staging.fault({
        file: staging.upload.fileName,
        row: entry.row,
        column: "LOCAL_PATIENT_IDENTIFIER",
        value: entry.patientId.slice(0, 100),
        message: `Row ${first.row} is of the same patient and says something else about the person; row ${first.row} counts.`,
        rejected: false,
      });
    }
    return agreed;
  }

  private needsReading({ row, held, news }: Prepared): boolean {
    const placedOn = this.placed.get(held!.id);
    const otherDate = placedOn !== undefined && row.entry.tciDate !== null && row.entry.tciDate !== placedOn;
    return news || otherDate || this.drifted.has(held!.id);
  }

  /** What the file says, with what is held wherever it says nothing. */
  private withHeld(item: Prepared, side: HeldSide): Prepared {
    const row = this.silent.withWait(item.row, side);
    if (row === item.row) return item;
    const payload = payloadOf(row);
    return { ...item, row, payload, news: side.gone || item.held!.digest !== payloadDigest(payload) };
  }

  private async stageOne(staging: Staging, item: Prepared, side: HeldSide | undefined): Promise<void> {
    const { row, held, payload, news } = item;
    const change = { row: row.entry.row, key: row.entry.pathwayId, held: held?.id ?? null, payload };
    if (held === undefined) return staging.add({ ...change, kind: "new", differences: [] });
    const differences: Difference[] = side === undefined ? [] : differencesOf(row, side);
    const kind = differences.some(({ kept }) => !kept)
      ? "changed"
      : differences.length > 0
        ? "drift"
        : "same";
    await staging.add({ ...change, kind, differences, payload: news ? payload : null });
  }
}
