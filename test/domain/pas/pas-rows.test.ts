import { describe, expect, it } from "vitest";
import { pasStanding, type PasEntry, type PasRow } from "~/domain/pas/pas-rows";

const PLACE = { date: "2026-12-15", sessionId: "S1" };
const OTHER = { date: "2026-12-16", sessionId: "S2" };
const row = (facts: Partial<PasRow> = {}): PasRow => ({
  ...{ action: "book", place: PLACE, state: "open", madeAt: "2026-11-22T10:00:00.000Z", returnedAt: null },
  ...facts,
});
const returned = (state: "done" | "failed", facts: Partial<PasRow> = {}) =>
  row({ state, returnedAt: "2026-11-23T10:00:00.000Z", ...facts });
const standing = (facts: Partial<PasEntry>) =>
  pasStanding({
    ...{ entry: "e", says: null, importedAt: "2026-11-22T08:00:00.000Z", published: null },
    ...{ wasPublishedIn: [], rows: [], listIsPublished: false },
    ...facts,
  });

describe("what the patient administration system is to apply", () => {
  it("is a booking where it has no date, a move where it has another, nothing where it has the same", () => {
    expect(standing({ published: PLACE })).toEqual({ kind: "toApply", action: "book", place: PLACE });
    expect(standing({ published: PLACE, says: OTHER })).toEqual({
      kind: "toApply",
      action: "move",
      place: PLACE,
    });
    expect(standing({ published: PLACE, says: PLACE })).toEqual({ kind: "same" });
    expect(standing({})).toEqual({ kind: "same" });
  });

  it("takes a date without a session for the same day, and not for another", () => {
    expect(standing({ published: PLACE, says: { ...PLACE, sessionId: "" } })).toEqual({ kind: "same" });
    expect(standing({ published: PLACE, says: { ...OTHER, sessionId: "" } }).kind).toBe("toApply");
  });

  it("is a cancellation only of a date that Hublist gave", () => {
    expect(standing({ says: PLACE, wasPublishedIn: ["S1"] })).toEqual({
      ...{ kind: "toApply", action: "cancel", place: null },
    });
    expect(standing({ says: PLACE, rows: [returned("done")] })).toMatchObject({ action: "cancel" });
    const strange = { says: PLACE, wasPublishedIn: ["S2"] };
    expect(standing({ ...strange, listIsPublished: true })).toEqual({ kind: "foreign" });
    expect(standing(strange)).toEqual({ kind: "same" });
  });

  it("is in one file at a time: open until it is returned, also when the list changed since", () => {
    expect(standing({ published: PLACE, rows: [row()] })).toMatchObject({ kind: "open", place: PLACE });
    expect(standing({ published: OTHER, rows: [row()] })).toMatchObject({ kind: "open", place: PLACE });
  });

  it("waits for the next import once it is done, and is seen as undone when that says otherwise", () => {
    const rows = [returned("done")];
    expect(standing({ published: PLACE, rows })).toMatchObject({ kind: "awaitsImport", action: "book" });
    const after = { importedAt: "2026-11-24T08:00:00.000Z" };
    expect(standing({ published: PLACE, rows, ...after })).toMatchObject({ kind: "toApply", action: "book" });
    expect(standing({ published: PLACE, rows, ...after, says: PLACE })).toEqual({ kind: "same" });
  });

  it("knows what was done before the next import: a list that changes then moves or cancels, and never books twice", () => {
    const rows = [returned("done")];
    expect(standing({ published: OTHER, rows })).toEqual({ kind: "toApply", action: "move", place: OTHER });
    expect(standing({ published: null, rows })).toEqual({ kind: "toApply", action: "cancel", place: null });
    const failed = returned("failed", { action: "move", place: OTHER, madeAt: "2026-11-23T11:00:00.000Z" });
    expect(standing({ published: OTHER, rows: [...rows, failed] })).toMatchObject({ action: "move" });
    const cancelled = returned("done", { action: "cancel", place: null });
    const gone = { says: PLACE, wasPublishedIn: ["S1"], rows: [cancelled] };
    expect(standing(gone)).toMatchObject({ kind: "awaitsImport", action: "cancel" });
    expect(standing({ ...gone, published: PLACE })).toMatchObject({ kind: "toApply", action: "book" });
  });

  it("goes into the next file when it failed", () => {
    expect(standing({ published: PLACE, rows: [returned("failed")] })).toMatchObject({ kind: "toApply" });
    const later = row({ madeAt: "2026-11-24T10:00:00.000Z" });
    expect(standing({ published: PLACE, rows: [later, returned("failed")] }).kind).toBe("open");
  });
});
