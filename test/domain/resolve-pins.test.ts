import { expect, it } from "vitest";
import { eligibilityContext } from "~/domain/eligibility/eligibility";
import type { PinRow } from "~/domain/pin";
import { CONTRACT_FILES, type PlanInput } from "~/domain/plan-input";
import { DEFAULT_POLICY } from "~/domain/policy";
import { resolvePins } from "~/domain/resolve-pins";
import { ResourceIndex } from "~/domain/resource-index";
import type { TheatreSession } from "~/domain/theatre";
import { fileNames } from "~/facts/sentence-names";
import type { WaitingListEntry } from "~/domain/waiting-list";
import { aTheatreSession, aWaitingListEntry } from "../factories";

const CONTEXT = eligibilityContext(
  "2026-11-20",
  DEFAULT_POLICY,
  new ResourceIndex([]),
  fileNames("2026-11-20"),
);
const SESSIONS = [
  aTheatreSession(),
  aTheatreSession({ sessionId: "S2", date: "2026-12-16" }),
  aTheatreSession({ sessionId: "HUB", siteType: "hub", status: "locked" }),
  aTheatreSession({ sessionId: "SHUT", status: "closed" }),
];

function resolved(
  entries: Partial<WaitingListEntry>[],
  pins: Partial<PinRow>[],
  sessions: TheatreSession[] = SESSIONS,
) {
  const input: PlanInput = {
    planDate: "2026-11-20",
    entries: entries.map(aWaitingListEntry),
    sessions,
    resources: [],
    policy: DEFAULT_POLICY,
    pins: pins.map((pin) => ({ row: 2, pathwayId: "PP1", sessionId: "S1", override: [], ...pin })),
    previous: null,
    rejected: [],
    warnings: [],
    files: CONTRACT_FILES,
  };
  const { pins: found, faults, warnings } = resolvePins(input, CONTEXT);
  return {
    pins: [...found.values()].map(({ entry, session }) => `${entry.pathwayId} in ${session.sessionId}`),
    faults: faults.map(
      ({ file, row, column, value, message }) => `${file}:${row} ${column} ${value} ${message}`,
    ),
    warnings: warnings.map(({ column, message }) => `${column} ${message}`),
  };
}

const BOOKED = { tciDate: "2026-12-14", tciSession: "S1" };

it("pins a booked entry to the session of its date, and one that pins.csv names", () => {
  const found = resolved(
    [BOOKED, { pathwayId: "PP2", patientId: "L2" }],
    [{ pathwayId: "PP2", sessionId: "HUB" }],
  );
  expect(found).toEqual({ pins: ["PP1 in S1", "PP2 in HUB"], faults: [], warnings: [] });
});

it("pins nobody for a TCI date without a session or a session without a TCI date", () => {
  expect(resolved([{ tciDate: "2026-12-14" }, { pathwayId: "PP2", tciSession: "S1" }], []).pins).toEqual([]);
});

it("lets the line of pins.csv go first, and says so where they differ", () => {
  expect(resolved([BOOKED], [{ sessionId: "S1" }]).warnings).toEqual([]);
  const found = resolved([BOOKED], [{ sessionId: "S2" }]);
  expect(found.pins).toEqual(["PP1 in S2"]);
  expect(found.warnings).toEqual(["session_id PP1 is booked into S1; this pin goes first."]);
});

it("warns where the TCI date is not the session's", () => {
  const found = resolved([{ ...BOOKED, tciDate: "2026-12-15" }], []);
  expect(found.pins).toEqual(["PP1 in S1"]);
  expect(found.warnings).toEqual([
    "LOCAL_TCI_Session TCI_Date is 2026-12-15 and this session is on 2026-12-14; the case stays in the session.",
  ]);
});

it.each([
  ["2026-12-14", 1],
  ["2026-12-16", 1],
  ["2026-12-13", 0],
  ["2026-12-17", 0],
])("refuses an unknown session of a TCI date between the sessions (%s: %i faults)", (tciDate, faults) => {
  expect(resolved([{ tciDate, tciSession: "S9" }], []).faults.length).toBe(faults);
});

it("refuses pins on unknown entries and sessions, each by name", () => {
  expect(
    resolved(
      [{}],
      [
        { pathwayId: "PP9", row: 3 },
        { sessionId: "S9", row: 4 },
      ],
    ).faults,
  ).toEqual([
    "pins.csv:3 pathway_id PP9 No such entry among the rows of waiting-list.csv that could be read.",
    "pins.csv:4 session_id S9 No such session in sessions.csv. Expected a session_id that could be read there.",
  ]);
});

it("refuses an identifier that two issuers share, unless the pin names the issuer", () => {
  const two = [{ issuer: "A" }, { issuer: "B", patientId: "L2" }];
  expect(resolved(two, [{}]).faults.join()).toMatch(/Two entries of different issuers/);
  expect(resolved(two, [{ issuer: "B" }])).toMatchObject({ pins: ["PP1 in S1"], faults: [] });
});

it("refuses a pin that breaks a rule, and says what would help", () => {
  const unsuitable = { hubSuitable: [] };
  const help = "To keep it, name hub_unsuitable in override.";
  const [fault = ""] = resolved([unsuitable], [{ sessionId: "HUB" }]).faults;
  expect(fault).toMatch(
    /^pins.csv:2 session_id HUB PP1 is pinned to HUB and breaks the rule hub_unsuitable: Not/,
  );
  expect(fault).toContain(help);
  expect(resolved([unsuitable], [{ sessionId: "HUB", override: ["hub_unsuitable"] }]).faults).toEqual([]);
});

it.each([
  [{}, "SHUT", "no_session"],
  [{ minutes: 500 }, "S1", "too_long"],
] as const)("refuses what no override lifts (%o into %s)", (facts, sessionId, reason) => {
  const [fault = ""] = resolved([facts], [{ sessionId, override: [reason] }]).faults;
  expect(fault).toContain(`breaks the rule ${reason}`);
  expect(fault).toContain("No override lifts it.");
});
