import { expect, it } from "vitest";
import { because } from "~/domain/because";
import { DEFAULT_POLICY } from "~/domain/policy";
import type { TheatreSession } from "~/domain/theatre";
import type { WaitingListEntry } from "~/domain/waiting-list";
import { aTheatreSession, aWaitingListEntry } from "../factories";

const CONTEXT = {
  planDate: "2026-11-20",
  policy: DEFAULT_POLICY,
  horizon: { first: "2026-12-14", last: "2026-12-18" },
};
const NEITHER = { bads: false, hvlc: false };

const told = (
  entry: Partial<WaitingListEntry>,
  session: Partial<TheatreSession> = {},
  procedure = NEITHER,
  pinned?: "booked" | "pinned",
) => because(aWaitingListEntry(entry), aTheatreSession(session), procedure, CONTEXT, pinned);

it.each<[Partial<WaitingListEntry>, string]>([
  [{}, "Waited 28 weeks"],
  [{ clockStart: "2026-12-07" }, "Waited 1 week"],
  [{ priority: "P1b" }, "P1b, urgent; waited 28 weeks"],
  [{ priority: "P2", decisionToAdmit: "2026-11-16" }, "P2, due by 14 December; waited 28 weeks"],
  [{ priority: "P2", decisionToAdmit: "2026-11-01" }, "P2, was due by 29 November; waited 28 weeks"],
  [{ priority: "P2", decisionToAdmit: "2026-12-10" }, "P2, not due until 7 January 2027; waited 28 weeks"],
  [{ priority: "P3", decisionToAdmit: "2026-09-19" }, "P3, due by 18 December; waited 28 weeks"],
  [{ priority: "P3", decisionToAdmit: "2026-09-20" }, "Waited 28 weeks"],
  [{ cancer: true, decisionToAdmit: "2026-11-14" }, "Cancer pathway, due by 15 December; waited 28 weeks"],
  [{ offerBy: "2026-12-14" }, "Promised a date, due by 14 December; waited 28 weeks"],
  [
    { priority: "P3", decisionToAdmit: "2026-08-01", offerBy: "2026-12-17" },
    "Promised a date, due by 17 December; waited 28 weeks",
  ],
])("%o is told as: %s", (entry, sentence) => {
  expect(told(entry)).toBe(sentence);
});

it.each([
  [{ bads: true, hvlc: true }, 0, "hub", "; day case in a hub"],
  [{ bads: true, hvlc: true }, 0, "main", "; day case"],
  [{ bads: true, hvlc: true }, 1, "hub", "; hub procedure in a hub"],
  [{ bads: true, hvlc: true }, 1, "main", ""],
] as const)("tells what %o with %i nights in a %s brings", (procedure, nights, siteType, words) => {
  expect(told({ nights }, { siteType }, procedure)).toBe(`Waited 28 weeks${words}`);
});

it("tells a pin first", () => {
  expect(told({}, {}, NEITHER, "booked")).toBe("Booked here; waited 28 weeks");
  expect(told({}, {}, NEITHER, "pinned")).toBe("Pinned here; waited 28 weeks");
});
