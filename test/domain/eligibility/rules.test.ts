import { describe, expect, it } from "vitest";
import { eligibility, eligibilityContext, overriddenRules } from "~/domain/eligibility/eligibility";
import type { SentenceNames } from "~/domain/eligibility/rule";
import { DEFAULT_POLICY } from "~/domain/policy";
import type { Reason } from "~/domain/reasons";
import { ResourceIndex } from "~/domain/resource-index";
import type { SharedResource, TheatreSession } from "~/domain/theatre";
import type { WaitingListEntry } from "~/domain/waiting-list";
import { aTheatreSession, aWaitingListEntry } from "../../factories";

const PLAN_DATE = "2026-11-20";
const aResource = (facts: Partial<SharedResource>): SharedResource => ({
  row: 2,
  site: "RQM01",
  date: "2026-12-14",
  period: "night",
  resource: "bed",
  quantity: 1,
  ...facts,
});
/** A name of its own for everything, so that a code in a sentence shows. */
const NAMES: SentenceNames = {
  session: ({ theatre }) => `the list in ${theatre}`,
  site: (code) => `Site ${code.slice(-1)}`,
  specialty: (code) => `specialty ${code}`,
  equipment: (code) => `${code.toLowerCase().replace("_", "-")}`,
};
const contextWith = (...resources: SharedResource[]) =>
  eligibilityContext(PLAN_DATE, DEFAULT_POLICY, new ResourceIndex(resources), NAMES);

interface Border {
  name: string;
  reason: Reason;
  says: RegExp;
  allowed: [Partial<WaitingListEntry>, Partial<TheatreSession>?];
  forbidden: [Partial<WaitingListEntry>, Partial<TheatreSession>?];
  resources?: [allowed: SharedResource, forbidden: SharedResource];
}

/** Each rule on each side of its border, and what it says on the far side. */
const BORDERS: Border[] = [
  {
    name: "the patient has not chosen to wait",
    reason: "patient_choice",
    says: /chosen to wait \(P5\)/,
    allowed: [{ priority: "P4" }],
    forbidden: [{ priority: "P5" }],
  },
  {
    name: "P6 is a choice to wait too",
    reason: "patient_choice",
    says: /chosen to wait \(P6\)/,
    allowed: [{ priority: "P1a" }],
    forbidden: [{ priority: "P6" }],
  },
  {
    name: "no TCI date",
    reason: "already_booked",
    says: /Already has a date: 3 January 2027/,
    allowed: [{ tciDate: null, tciSession: "S1" }],
    forbidden: [{ tciDate: "2027-01-03" }],
  },
  {
    name: "screened",
    reason: "not_screened",
    says: /Not screened yet/,
    allowed: [{ screening: "fit" }],
    forbidden: [{ screening: "not_screened" }],
  },
  {
    name: "outcome known",
    reason: "awaiting_screening",
    says: /outcome is awaited/,
    allowed: [{ screening: "fit" }],
    forbidden: [{ screening: "awaiting", fitFrom: "2026-12-01" }],
  },
  {
    name: "not unfit",
    reason: "unfit",
    says: /unfit/,
    allowed: [{ screening: "fit" }],
    forbidden: [{ screening: "unfit" }],
  },
  {
    name: "optimising with a date",
    reason: "optimising",
    says: /no date yet/,
    allowed: [{ screening: "optimising", fitFrom: "2026-12-14" }],
    forbidden: [{ screening: "optimising", fitFrom: null }],
  },
  {
    name: "session open",
    reason: "no_session",
    says: /^The list in T1 is closed/,
    allowed: [{}, { status: "open" }],
    forbidden: [{}, { status: "closed" }],
  },
  {
    name: "session staffed",
    reason: "no_session",
    says: /^The list in T1 is unstaffed/,
    allowed: [{}, { status: "open" }],
    forbidden: [{}, { status: "unstaffed" }],
  },
  {
    name: "session not locked",
    reason: "no_session",
    says: /the list in T1 is locked/,
    allowed: [{}, { status: "open" }],
    forbidden: [{}, { status: "locked" }],
  },
  {
    name: "treatment function is one of the session's",
    reason: "no_session",
    says: /Listed under specialty 110; the list in T1 is for specialty 100 or specialty 101/,
    allowed: [{}, { treatmentFunctions: ["100", "110"] }],
    forbidden: [{}, { treatmentFunctions: ["100", "101"] }],
  },
  {
    name: "own consultant where not pooled",
    reason: "no_session",
    says: /Listed with C1 and not pooled; the list in T1 is for C2/,
    allowed: [{ pooled: false }, { surgeons: ["C2", "C1"] }],
    forbidden: [{ pooled: false }, { surgeons: ["C2"] }],
  },
  {
    name: "a session without a surgeon takes pooled patients only",
    reason: "no_session",
    says: /for pooled patients only/,
    allowed: [{ pooled: true }, { surgeons: [] }],
    forbidden: [{ pooled: false }, { surgeons: [] }],
  },
  {
    name: "no consultant named counts as pooled",
    reason: "no_session",
    says: /Listed with C1/,
    allowed: [{ pooled: false, consultant: null }, { surgeons: ["C2"] }],
    forbidden: [{ pooled: false, consultant: "C1" }, { surgeons: ["C2"] }],
  },
  {
    name: "listing site or an accepted one",
    reason: "site",
    says: /^Listed at Site 1 and the patient accepts Site 3; the list in T1 is at Site 2\.$/,
    allowed: [{ otherSites: ["RQM02"] }, { site: "RQM02" }],
    forbidden: [{ otherSites: ["RQM03"] }, { site: "RQM02" }],
  },
  {
    name: "hub suitable",
    reason: "hub_unsuitable",
    says: /Not marked as suitable for a hub/,
    allowed: [{ hubSuitable: true }, { siteType: "hub" }],
    forbidden: [{ hubSuitable: [] }, { siteType: "hub" }],
  },
  {
    name: "suitable for this hub",
    reason: "hub_unsuitable",
    says: /Suitable only for Site 2; .* at the hub Site 1\./,
    allowed: [{ hubSuitable: ["RQM02", "RQM01"] }, { siteType: "hub" }],
    forbidden: [{ hubSuitable: ["RQM02"] }, { siteType: "hub" }],
  },
  {
    name: "a main site asks for no hub suitability",
    reason: "hub_unsuitable",
    says: /hub/,
    allowed: [{ hubSuitable: [] }, { siteType: "main" }],
    forbidden: [{ hubSuitable: [] }, { siteType: "hub" }],
  },
  {
    name: "anaesthetic offered",
    reason: "anaesthetic",
    says: /Needs a general anaesthetic; the list in T1 offers local only/,
    allowed: [{ anaesthetic: "LA" }, { anaesthetics: ["LA"] }],
    forbidden: [{ anaesthetic: "GA" }, { anaesthetics: ["LA"] }],
  },
  {
    name: "18 on the day",
    reason: "paediatric",
    says: /^The list in T1 does not take children, and the patient is 17 then/,
    allowed: [{ birthDate: "2008-12-14" }],
    forbidden: [{ birthDate: "2008-12-15" }],
  },
  {
    name: "a paediatric session takes children",
    reason: "paediatric",
    says: /does not take children/,
    allowed: [{ birthDate: "2020-01-01" }, { paediatric: true }],
    forbidden: [{ birthDate: "2020-01-01" }, { paediatric: false }],
  },
  {
    name: "fit from the day",
    reason: "not_ready",
    says: /Fit from 15 December, after the list in T1\./,
    allowed: [{ fitFrom: "2026-12-14" }],
    forbidden: [{ fitFrom: "2026-12-15" }],
  },
  {
    name: "fit until the day",
    reason: "not_ready",
    says: /Fit until 13 December, before the list in T1\./,
    allowed: [{ fitUntil: "2026-12-14" }],
    forbidden: [{ fitUntil: "2026-12-13" }],
  },
  {
    name: "the first day away",
    reason: "unavailable",
    says: /cannot come from 14 December to 20 December, so not to the list in T1\./,
    allowed: [{ unavailable: [{ from: "2026-12-15", to: "2026-12-20" }] }],
    forbidden: [{ unavailable: [{ from: "2026-12-14", to: "2026-12-20" }] }],
  },
  {
    name: "the last day away, in the second range",
    reason: "unavailable",
    says: /cannot come from 10 December to 14 December/,
    allowed: [{ unavailable: [{ from: "2026-12-10", to: "2026-12-13" }] }],
    forbidden: [
      {
        unavailable: [
          { from: "2026-11-01", to: "2026-11-02" },
          { from: "2026-12-10", to: "2026-12-14" },
        ],
      },
    ],
  },
  {
    name: "21 days of notice",
    reason: "notice",
    says: /20 days of notice, 21 needed, for the list in T1;/,
    allowed: [{}, { date: "2026-12-11" }],
    forbidden: [{}, { date: "2026-12-10" }],
  },
  {
    name: "short notice agreed",
    reason: "notice",
    says: /has not agreed to short notice/,
    allowed: [{ shortNotice: true }, { date: "2026-11-21" }],
    forbidden: [{ shortNotice: false }, { date: "2026-11-21" }],
  },
  {
    name: "as long as the session",
    reason: "too_long",
    says: /Needs 241 minutes; the list in T1 has 240 to fill/,
    allowed: [{ minutes: 240 }],
    forbidden: [{ minutes: 241 }],
  },
  {
    name: "held minutes shorten the session",
    reason: "too_long",
    says: /Needs 211 minutes; the list in T1 has 210 to fill/,
    allowed: [{ minutes: 210 }, { heldMinutes: 30 }],
    forbidden: [{ minutes: 211 }, { heldMinutes: 30 }],
  },
  {
    name: "a bed on every night",
    reason: "resource",
    says: /^The list in T1 would need a bed at Site 1 on the night of 15 December/,
    allowed: [{ nights: 2 }],
    forbidden: [{ nights: 2 }],
    resources: [
      aResource({ date: "2026-12-15", quantity: 1 }),
      aResource({ date: "2026-12-15", quantity: 0 }),
    ],
  },
  {
    name: "no bed on the day of discharge",
    reason: "resource",
    says: /a bed/,
    allowed: [{ nights: 2 }],
    forbidden: [{ nights: 2 }],
    resources: [
      aResource({ date: "2026-12-16", quantity: 0 }),
      aResource({ date: "2026-12-14", quantity: 0 }),
    ],
  },
  {
    name: "critical care for a day case, which takes its place too",
    reason: "resource",
    says: /a critical care bed/,
    allowed: [{ criticalCare: true }],
    forbidden: [{ criticalCare: true }],
    resources: [
      aResource({ resource: "critical_care", quantity: 1 }),
      aResource({ resource: "critical_care", quantity: 0 }),
    ],
  },
  {
    name: "a day-case place",
    reason: "resource",
    says: /a day-case place at Site 1 on 14 December/,
    allowed: [{ nights: 0 }],
    forbidden: [{ nights: 0 }],
    resources: [
      aResource({ resource: "day_case_place", period: "day", quantity: 1 }),
      aResource({ resource: "day_case_place", period: "day", quantity: 0 }),
    ],
  },
  {
    name: "equipment in the half-day of the session",
    reason: "resource",
    says: /a set of c-arm at Site 1 on the morning of 14 December/,
    allowed: [{ equipment: ["C_ARM"] }, { end: "13:00" }],
    forbidden: [{ equipment: ["C_ARM"] }, { end: "13:00" }],
    resources: [
      aResource({ resource: "equipment:C_ARM", period: "pm", quantity: 0 }),
      aResource({ resource: "equipment:C_ARM", period: "am", quantity: 0 }),
    ],
  },
  {
    name: "a session after 13:00 uses the afternoon's set",
    reason: "resource",
    says: /on the afternoon of 14 December/,
    allowed: [{ equipment: ["C_ARM"] }, { start: "13:00", end: "17:00" }],
    forbidden: [{ equipment: ["C_ARM"] }, { start: "12:00", end: "13:01" }],
    resources: [
      aResource({ resource: "equipment:C_ARM", period: "am", quantity: 0 }),
      aResource({ resource: "equipment:C_ARM", period: "pm", quantity: 0 }),
    ],
  },
];

describe.each(BORDERS)("$reason: $name", ({ reason, says, allowed, forbidden, resources }) => {
  const answer = ([entry, session]: Border["allowed"], resource?: SharedResource) =>
    eligibility(
      aWaitingListEntry(entry),
      aTheatreSession(session),
      contextWith(...(resource ? [resource] : [])),
    );

  it("allows on the near side", () => {
    expect(answer(allowed, resources?.[0])).toEqual({ allowed: true });
  });

  it("forbids on the far side and says why", () => {
    const found = answer(forbidden, resources?.[1]);
    expect(found).toMatchObject({ allowed: false, reason });
    expect(found).toHaveProperty("sentence", expect.stringMatching(says));
    expect(found).toHaveProperty("sentence", expect.stringMatching(/^[A-Z0-9].*\.$/));
  });
});

describe("order and pins", () => {
  const context = contextWith();
  const broken = aWaitingListEntry({ priority: "P6", screening: "unfit", hubSuitable: [], minutes: 500 });
  const hub = aTheatreSession({ siteType: "hub", treatmentFunctions: ["130"] });
  const reasonWith = (...override: Reason[]) => {
    const found = eligibility(broken, hub, context, { override });
    return found.allowed ? null : found.reason;
  };

  it("asks the rules in the order of the contract", () => {
    expect(reasonWith()).toBe("patient_choice");
    expect(reasonWith("patient_choice")).toBe("unfit");
    expect(reasonWith("patient_choice", "unfit")).toBe("no_session");
    expect(reasonWith("patient_choice", "unfit", "no_session")).toBe("hub_unsuitable");
    expect(reasonWith("patient_choice", "unfit", "no_session", "hub_unsuitable")).toBe("too_long");
  });

  it("lets no pin lift too_long, resource or a closed session", () => {
    const all: Reason[] = ["patient_choice", "unfit", "no_session", "hub_unsuitable", "too_long", "resource"];
    expect(reasonWith(...all)).toBe("too_long");
    const pin = { override: all };
    const entry = aWaitingListEntry();
    expect(eligibility(entry, aTheatreSession({ status: "closed" }), context, pin)).toMatchObject({
      reason: "no_session",
    });
    const noPlace = contextWith(aResource({ resource: "day_case_place", period: "day", quantity: 0 }));
    expect(eligibility(entry, aTheatreSession(), noPlace, pin)).toMatchObject({ reason: "resource" });
  });

  it("frees every pin of notice, of its TCI date and of the lock", () => {
    const entry = aWaitingListEntry({ tciDate: "2026-11-25", shortNotice: false });
    const session = aTheatreSession({ date: "2026-11-25", status: "locked" });
    expect(eligibility(entry, session, context, { override: [] })).toEqual({ allowed: true });
    expect(eligibility(entry, session, context)).toMatchObject({ reason: "already_booked" });
  });

  it("names the rules that a pin overrides, and only those that it breaks", () => {
    const pin = { override: ["hub_unsuitable", "unfit", "site", "too_long"] as Reason[] };
    expect(overriddenRules(broken, hub, context, pin)).toEqual(["unfit", "hub_unsuitable"]);
  });
});
