import fc from "fast-check";
import { expect, it } from "vitest";
import { DEFAULT_POLICY } from "~/domain/policy";
import { faultsCsv } from "~/export/faults";
import { pinsCsv } from "~/export/pins";
import { policyJson } from "~/export/policy";
import { resourcesCsv } from "~/export/resources";
import { sessionsCsv } from "~/export/sessions";
import { waitingListCsv } from "~/export/waiting-list";
import { readPins } from "~/import/pins";
import { readPolicy } from "~/import/policy";
import { readResources } from "~/import/resources";
import type { ReadContext, ReadResult } from "~/import/result";
import { readSessions } from "~/import/sessions";
import { readWaitingList } from "~/import/waiting-list";
import * as any from "./arbitraries";

type Reader<T> = (bytes: Uint8Array, context: ReadContext) => ReadResult<T>;

/** Whatever is written is read as the same values, without a fault. */
function givesBack<T extends { row: number }>(
  value: fc.Arbitrary<T>,
  write: (rows: T[]) => string,
  read: Reader<T>,
  keyOf: (row: T) => string,
) {
  const rows = fc.uniqueArray(value, { maxLength: 8, selector: keyOf });
  const property = fc.property(rows, (written) => {
    const numbered = written.map((each, index) => ({ ...each, row: index + 2 }));
    const bytes = new TextEncoder().encode(write(numbered));
    const result = read(bytes, { file: "f.csv", planDate: any.PLAN_DATE });
    expect({ ...result, warnings: [] }).toMatchObject({ rejected: [], refused: [] });
    expect(result.rows).toEqual(numbered);
  });
  fc.assert(property, { numRuns: 300 });
}

it("waiting-list.csv gives back its entries", () => {
  givesBack(any.entry, waitingListCsv, readWaitingList, ({ issuer, pathwayId }) => `${issuer}|${pathwayId}`);
});

it("sessions.csv gives back its sessions", () => {
  const inItsOwnTheatre = any.session.map((session) => ({ ...session, theatre: session.sessionId }));
  givesBack(inItsOwnTheatre, sessionsCsv, readSessions, ({ sessionId }) => sessionId);
});

it("resources.csv gives back its resources", () => {
  const keyOf = (each: { site: string; date: string; period: string; resource: string }) =>
    [each.site, each.date, each.period, each.resource].join("|");
  givesBack(any.resource, resourcesCsv, readResources, keyOf);
});

it("pins.csv gives back its pins", () => {
  givesBack(any.pin, pinsCsv, readPins, ({ pathwayId }) => pathwayId);
});

it("policy.json gives back its policy", () => {
  const policy = { ...DEFAULT_POLICY, noticeDays: 14, reserveShare: { "110": [0, 0.125] } };
  const bytes = new TextEncoder().encode(policyJson(policy));
  expect(readPolicy(bytes, { file: "policy.json" })).toEqual({ policy, refused: [] });
});

it("the faults of an import are a safe table; a fault of the file has no row", () => {
  const fault = { file: "list.csv", row: 17, column: "NHS_NUMBER", value: "=1+1", message: "Wrong, very." };
  expect(faultsCsv([fault, { ...fault, row: 0, column: "", value: "" }])).toBe(
    'file,row,column,value,message\r\nlist.csv,17,NHS_NUMBER,"\'=1+1","Wrong, very."\r\nlist.csv,,,,"Wrong, very."\r\n',
  );
});
