import { describe, expect, it } from "vitest";
import { sessionsCalendar, type CalendarSession } from "~/export/icalendar";
import { LIST_COLUMNS, listsCsv } from "~/export/list";
import { PAS_COLUMNS, pasChangesCsv } from "~/export/pas-changes";
import type { PublishedList } from "~/domain/published-list";

const session: CalendarSession = {
  ...{ id: "0192", theatre: "Theatre 1", site: "Hub; main, block", date: "2026-12-15", start: "08:30" },
  ...{ end: "12:30", surgeons: ["C1"], specialties: ["Surgery"], cases: 1, version: 2 },
  ...{ sequence: 9, cancelled: "no" },
};
const calendar = (facts: Partial<CalendarSession> = {}) =>
  sessionsCalendar("Theatre 1", [{ ...session, ...facts }], "2026-11-22T10:00:00.000Z").split("\r\n");

describe("a calendar of sessions", () => {
  it("keeps the name of an event and counts its versions; times are UTC, in summer an hour less", () => {
    expect(calendar()).toEqual(
      expect.arrayContaining([
        ...["UID:0192@hublist", "SEQUENCE:9", "DTSTAMP:20261122T100000Z", "DTSTART:20261215T083000Z"],
        ...["DTEND:20261215T123000Z", "SUMMARY:Theatre 1: 1 case", "STATUS:CONFIRMED"],
        "LOCATION:Theatre 1\\, Hub\\; main\\, block",
      ]),
    );
    expect(calendar({ date: "2026-07-01" })).toContain("DTSTART:20260701T073000Z");
  });

  it("says what is not certain or does not happen", () => {
    expect(calendar({ version: 0 })).toContain("STATUS:TENTATIVE");
    expect(calendar({ cancelled: "closed" })).toEqual(
      expect.arrayContaining(["STATUS:CANCELLED", "SUMMARY:Cancelled: Theatre 1", "TRANSP:TRANSPARENT"]),
    );
  });

  it("says nothing of the team that has a session instead", () => {
    const text = calendar({ cancelled: "elsewhere" });
    expect(text).toContain("STATUS:CANCELLED");
    expect(text).toContain("DESCRIPTION:This session is with another team now.");
  });

  it("has no line over 75 octets, and keeps every sign", () => {
    const long = "Ophthalmologie ä ".repeat(20).trim();
    const text = sessionsCalendar("x", [{ ...session, specialties: [long] }], "2026-11-22T10:00:00.000Z");
    for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text.replaceAll("\r\n ", "")).toContain(long);
  });
});

const list: PublishedList = {
  ...{ format: 1, organisation: "RQM", site: "RQM02", siteName: "Hub", session: "s", sessionId: "S1" },
  ...{ theatre: "=Theatre", date: "2026-12-15", start: "08:30", end: "12:30", specialties: [] },
  ...{ surgeons: ["C1", "C2"], anaesthetist: "", kept: [], orderBreaks: [] },
  cases: [
    {
      ...{ entry: "E1", order: 1, admission: "07:00", start: "08:30", minutes: 60 },
      ...{ familyName: "@Barrow", givenName: "Ann", birthDate: "1980-02-01", age: 46, sex: "Female" },
      ...{ nhsNumber: "", hospitalNumber: "L1", procedure: "Hernia repair, left" },
      ...{ anaesthetic: "General anaesthetic", asa: null, flags: ["Latex allergy", "Diabetes"] },
      ...{ equipment: [], nights: 0, criticalCare: false, interpreter: "", adjustments: "" },
      ...{ standBy: true, golden: false, address: "", postcode: "" },
    },
  ],
};

describe("lists as CSV", () => {
  it("have a line for each case, and no cell that a spreadsheet takes for a formula", () => {
    const [head, line, end] = listsCsv([{ list, version: null }]).split("\r\n");
    expect(head!.split(",")).toEqual(LIST_COLUMNS);
    expect(line).toContain("'=Theatre");
    expect(line).toContain("'@Barrow");
    expect(line).toContain(",draft,1,07:00,08:30,60,");
    expect(line).toContain("Latex allergy;Diabetes");
    expect(end).toBe("");
    expect(listsCsv([{ list, version: 3 }])).toContain(",3,1,07:00");
  });
});

describe("a file to apply", () => {
  it("leaves state and message to be filled in, and makes formulas safe", () => {
    const text = pasChangesCsv([
      {
        ...{ id: "f/1", action: "book", pathwayId: "=PP1", issuer: "RQM", hospitalNumber: "L1" },
        ...{ nhsNumber: "", familyName: "+Cole", givenName: "Bo", birthDate: "1980-02-01" },
        ...{ fromDate: "", fromSession: "", date: "2026-12-15", session: "S1" },
      },
    ]);
    const [head, line] = text.split("\r\n");
    expect(head!.split(",")).toEqual(PAS_COLUMNS);
    expect(line).toBe(`f/1,book,"'=PP1",RQM,L1,,"'+Cole",Bo,1980-02-01,,,2026-12-15,S1,,`);
  });
});
