import { expect, it } from "vitest";
import { readPins } from "~/import/pins";
import { CONTEXT, csv, PIN, words } from "./example-rows";

const read = (...changes: Record<string, string>[]) =>
  readPins(csv(changes.map((change) => ({ ...PIN, ...change }))), CONTEXT);

it("reads pins and the rules that they override", () => {
  expect(read({ override: "site; Notice;site" }, { pathway_id: "PP2" }).rows).toEqual([
    { row: 2, pathwayId: "PP00000001", sessionId: "S00001", override: ["site", "notice"] },
    { row: 3, pathwayId: "PP2", sessionId: "S00001", override: [] },
  ]);
});

it("refuses the file for a rule that there is not, for an empty must and for an entry pinned twice", () => {
  const result = read({}, { pathway_id: "PP2", override: "site;weather" }, { session_id: "" }, {});
  expect(result.rows).toEqual([]);
  expect(words(result.refused)).toEqual([
    "3 override: This cannot be read: expected rules separated by ;, of patient_choice, already_booked, not_screened, " +
      "awaiting_screening, unfit, optimising, no_session, site, hub_unsuitable, anaesthetic, paediatric, not_ready, " +
      "unavailable, notice, too_long, resource, capacity.",
    "4 session_id: This is empty: expected a session_id of the sessions.",
    "4 pathway_id: Row 2 has the same entry pinned: expected one line each.",
    "5 pathway_id: Row 2 has the same entry pinned: expected one line each.",
  ]);
});

it("takes a file with a header line alone: nothing is pinned", () => {
  expect(readPins(new TextEncoder().encode("pathway_id,session_id,override\n"), CONTEXT)).toMatchObject({
    rows: [],
    refused: [],
  });
});
