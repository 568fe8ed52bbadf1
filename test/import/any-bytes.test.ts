import fc from "fast-check";
import { expect, it } from "vitest";
import { readPins } from "~/import/pins";
import { readPolicy } from "~/import/policy";
import { readPreviousPlan } from "~/import/previous-plan";
import { readResources } from "~/import/resources";
import { readSessions } from "~/import/sessions";
import { readWaitingList } from "~/import/waiting-list";
import { bytesOf, CONTEXT, csv, ENTRY, PIN, RESOURCE, SESSION } from "./example-rows";

const TABLES = [
  [readWaitingList, ENTRY],
  [readSessions, SESSION],
  [readResources, RESOURCE],
  [readPins, PIN],
] as const;

/** Bytes of all kinds: noise, text of the letters that matter, and sound files with a part replaced. */
function anyBytes(sound: string): fc.Arbitrary<Uint8Array> {
  const letters = fc.constantFrom(
    "a",
    ",",
    ";",
    '"',
    "\n",
    "\r",
    "\t",
    "'",
    "=",
    "0",
    "é",
    "\uFEFF",
    "{",
    "[",
    "💉",
  );
  const text = fc.string({ unit: letters, maxLength: 60 });
  const spoilt = fc
    .tuple(fc.nat(sound.length), fc.nat(40), text)
    .map(([at, length, part]) => sound.slice(0, at) + part + sound.slice(at + length));
  return fc.oneof(fc.uint8Array({ maxLength: 200 }), text.map(bytesOf), spoilt.map(bytesOf));
}

it.each(TABLES.map((table, index) => [index, ...table] as const))(
  "no bytes break table reader %i",
  (_, read, row) => {
    const sound = new TextDecoder().decode(csv([row, row, row]));
    const property = fc.property(anyBytes(sound), (bytes) => {
      const { rows, rejected, warnings, refused } = read(bytes, CONTEXT);
      if (refused.length > 0) expect([...rows, ...rejected, ...warnings]).toEqual([]);
      for (const fault of [...rejected, ...warnings, ...refused]) {
        expect(fault).toMatchObject({
          file: "list.csv",
          row: expect.any(Number),
          message: expect.stringMatching(/\w.*[.?]$/s),
        });
        expect(fault.value.length).toBeLessThanOrEqual(100);
      }
      const standing = new Set(rows.map((each: { row: number }) => each.row));
      expect(rejected.some((fault) => standing.has(fault.row))).toBe(false);
    });
    fc.assert(property, { numRuns: 1000 });
  },
);

it("no row of a spoilt file is lost: each stands or is rejected", () => {
  const lines = new TextDecoder()
    .decode(csv([ENTRY]))
    .trim()
    .split("\n");
  const cells = fc.string({ unit: fc.constantFrom("a", ",", " ", "1", "é", "'", "="), maxLength: 40 });
  const property = fc.property(
    fc.array(fc.oneof(cells, fc.constant(lines[1]!)), { maxLength: 12 }),
    (rows) => {
      const result = readWaitingList(bytesOf([lines[0], ...rows].join("\n")), CONTEXT);
      const seen = new Set([...result.rows, ...result.rejected].map((each) => each.row));
      const filled = rows.flatMap((row, index) => (/[^\s,]/.test(row) ? [index + 2] : []));
      expect([...seen].sort((a, b) => a - b)).toEqual(filled);
    },
  );
  fc.assert(property, { numRuns: 500 });
});

it.each([
  [
    "policy.json",
    (bytes: Uint8Array) => readPolicy(bytes, CONTEXT),
    '{"noticeDays": 14, "waitingBands": [[52, 1]]}',
  ],
  [
    "plan.json",
    (bytes: Uint8Array) => readPreviousPlan(bytes, CONTEXT),
    '{"sessions": [{"sessionId": "S", "cases": []}]}',
  ],
] as const)("no bytes break the reader of %s", (_, read, sound) => {
  const property = fc.property(anyBytes(sound), (bytes) => {
    const result: { refused: unknown[]; policy?: unknown; placements?: unknown } = read(bytes);
    expect((result.policy ?? result.placements ?? null) === null).toBe(result.refused.length > 0);
  });
  fc.assert(property, { numRuns: 1000 });
});
