import { expect, it } from "vitest";
import { lastListUndo, undoneReason, type ListAct } from "~/domain/hand/undo-list";

const act = (subject: string, number: number, minute: number, facts: Partial<ListAct> = {}): ListAct => ({
  ...{ subject, number, by: "ann", at: `2026-12-01T10:${minute}:00.000Z`, reason: "", ...facts },
});

it("takes back the last act of a person over all subjects, and nothing that others did since", () => {
  const acts = [act("order|S1", 1, 10), act("order|S1", 2, 12), act("keep|A", 1, 11)];
  expect(lastListUndo(acts, "ann")).toMatchObject({ act: { number: 2 }, before: { number: 1 } });
  const touched = [...acts, act("order|S1", 3, 13, { by: "ben" })];
  expect(lastListUndo(touched, "ann")).toMatchObject({ act: { subject: "keep|A" }, before: null });
  expect(lastListUndo(touched, "ben")).toMatchObject({ act: { number: 3 }, before: { number: 2 } });
  expect(lastListUndo([], "ann")).toBeNull();
});

it("goes further back over what was taken back, however often", () => {
  const undone = (number: number, of: number, minute: number) =>
    act("order|S1", number, minute, { reason: undoneReason({ number: of }) });
  const acts = [act("order|S1", 1, 10), act("order|S1", 2, 11), undone(3, 2, 12)];
  expect(lastListUndo(acts, "ann")).toMatchObject({ act: { number: 1 }, before: null });
  expect(lastListUndo([...acts, undone(4, 1, 13)], "ann")).toBeNull();
  const anew = [...acts, undone(4, 1, 13), act("order|S1", 5, 14)];
  expect(lastListUndo(anew, "ann")).toMatchObject({ act: { number: 5 }, before: { number: 4 } });
});
