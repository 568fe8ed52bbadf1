import { expect, it } from "vitest";
import { eligibilityContext } from "~/domain/eligibility/eligibility";
import { missSentence } from "~/domain/eligibility/miss-sentence";
import { SessionIndex } from "~/domain/eligibility/session-index";
import { fileNames } from "~/facts/sentence-names";
import { DEFAULT_POLICY } from "~/domain/policy";
import { ResourceIndex } from "~/domain/resource-index";
import type { TheatreSession } from "~/domain/theatre";
import type { WaitingListEntry } from "~/domain/waiting-list";
import { aTheatreSession, aWaitingListEntry } from "../../factories";

const NAMES = { ...fileNames("2026-11-20"), specialty: () => "Orthopaedics" };
const CONTEXT = eligibilityContext("2026-11-20", DEFAULT_POLICY, new ResourceIndex([]), NAMES);

/** Sessions that an entry may go into, or the reason and sentence of its nearest miss. */
function found(sessions: Partial<TheatreSession>[], facts: Partial<WaitingListEntry> = {}): unknown {
  const entry = aWaitingListEntry(facts);
  const places = new SessionIndex(sessions.map(aTheatreSession)).places(entry, CONTEXT);
  if (places.kind === "allowed") return places.sessions.map(({ sessionId }) => sessionId);
  return [places.miss.rule.reason, missSentence(entry, places.miss, CONTEXT)];
}

it("gives the sessions in the order of time, over sites", () => {
  const sessions = [
    { sessionId: "late", date: "2026-12-17" },
    { sessionId: "elsewhere", site: "RQM02", date: "2026-12-15" },
    { sessionId: "early", start: "08:00" },
  ];
  expect(found(sessions, { otherSites: ["RQM02"] })).toEqual(["early", "elsewhere", "late"]);
});

it("is stopped by the entry itself even without any session", () => {
  expect(found([], { screening: "unfit" })).toEqual([
    "unfit",
    "Screening found the patient unfit for surgery.",
  ]);
});

it.each<[string, Partial<TheatreSession>[], Partial<WaitingListEntry>, string, string]>([
  ["no sessions", [], {}, "no_session", "No open session takes Orthopaedics."],
  ["only a closed one", [{ status: "closed" }], {}, "no_session", "No open session takes Orthopaedics."],
  [
    "another surgeon's",
    [{ surgeons: ["C2"] }],
    { pooled: false },
    "no_session",
    "No open session of Orthopaedics has C1, and the patient is not pooled.",
  ],
  [
    "a locked one that would fit",
    [{ status: "locked" }],
    {},
    "no_session",
    "Fits, but session S1 on 14 December is locked and keeps only the cases pinned to it.",
  ],
  [
    "the right surgeon at another site beats a locked one here",
    [{ status: "locked" }, { sessionId: "S2", site: "RQM09" }],
    {},
    "site",
    "Listed at RQM01 and no other site is accepted; session S2 on 14 December is at RQM09.",
  ],
  [
    "the right surgeon at another site, another's here",
    [{ surgeons: ["C2"] }, { sessionId: "S2", site: "RQM09" }],
    { pooled: false },
    "site",
    "Listed at RQM01 and no other site is accepted; session S2 on 14 December is at RQM09.",
  ],
  [
    "the session that got furthest, not the first",
    [{ anaesthetics: ["GA"] }, { sessionId: "S2", date: "2026-12-15" }],
    { fitFrom: "2026-12-20" },
    "not_ready",
    "Fit from 20 December, after session S2 on 15 December.",
  ],
  [
    "of equals the first in time",
    [{ sessionId: "S2", date: "2026-12-16" }, { sessionId: "S1" }],
    { fitFrom: "2026-12-20" },
    "not_ready",
    "Fit from 20 December, after session S1 on 14 December.",
  ],
])("%s", (_name, sessions, facts, reason, sentence) => {
  expect(found(sessions, facts)).toEqual([reason, sentence]);
});
