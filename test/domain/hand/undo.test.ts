import { describe, expect, it } from "vitest";
import { lastUndo, undoReason, type RecordedChange } from "~/domain/hand/undo";

const change = (
  revision: number,
  entry: string,
  session: string | null,
  facts: Partial<RecordedChange> = {},
) => ({
  ...{
    revision,
    entry,
    session,
    changedBy: "user:ann",
    changedAt: `2026-12-01T10:0${revision}:00.000Z`,
    run: null,
    reason: "By hand",
    override: [],
  },
  ...facts,
});

describe("what can be taken back", () => {
  it("is the last own change by hand, with where its cases stood and what was set aside there", () => {
    const override = ["site" as const];
    const changes = [
      change(1, "A", "S1", { override }),
      change(2, "B", "S1", { changedBy: "user:ben" }),
      change(3, "A", "S2"),
      change(3, "C", null),
    ];
    expect(lastUndo(changes, "user:ann")).toEqual({
      ...{ revision: 3, at: "2026-12-01T10:03:00.000Z" },
      moves: [
        { entry: "A", from: "S2", session: "S1", override },
        { entry: "C", from: null, session: null, override: [] },
      ],
    });
    expect(lastUndo(changes, "user:ben")).toMatchObject({
      revision: 2,
      moves: [{ entry: "B", session: null }],
    });
  });

  it("is nothing of a plan's, and nothing that somebody else has touched", () => {
    expect(lastUndo([change(1, "A", "S1", { run: "R1" })], "user:ann")).toBeNull();
    const touched = [
      change(1, "B", "S1"),
      change(2, "A", "S1"),
      change(3, "A", "S2", { changedBy: "user:ben" }),
    ];
    expect(lastUndo(touched, "user:ann")).toBeNull();
  });

  it("goes further back over what was taken back before", () => {
    const undone = { reason: undoReason(2) };
    const changes = [change(1, "A", "S1"), change(2, "A", "S2"), change(3, "A", "S1", undone)];
    expect(lastUndo(changes, "user:ann")).toMatchObject({
      revision: 1,
      moves: [{ entry: "A", session: null }],
    });
  });
});
