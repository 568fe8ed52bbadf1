import { describe, expect, it } from "vitest";
import { readCalendar, type CalendarContext } from "~/import/icalendar";

const CONTEXT: CalendarContext = {
  file: "leave.ics",
  person: { person: "C1", role: "surgeon" },
  known: new Map([
    ["C1", "surgeon" as const],
    ["A1", "anaesthetist" as const],
  ]),
  titleWord: "",
  horizon: { from: "2026-11-20", to: "2027-12-31" },
};

/** A calendar of these lines within VCALENDAR. */
const calendar = (...lines: string[]) =>
  new TextEncoder().encode(["BEGIN:VCALENDAR", "VERSION:2.0", ...lines, "END:VCALENDAR", ""].join("\r\n"));
const event = (...lines: string[]) => ["BEGIN:VEVENT", "UID:E1", ...lines, "END:VEVENT"];
const read = (lines: string[], context: Partial<CalendarContext> = {}) =>
  readCalendar(calendar(...lines), { ...CONTEXT, ...context });
const days = (lines: string[], context: Partial<CalendarContext> = {}) =>
  read(lines, context).leave.map(({ uid, from, to }) => [uid, from, to]);

describe("an all-day event", () => {
  it("ends the day before its end", () => {
    expect(days(event("DTSTART;VALUE=DATE:20270104", "DTEND;VALUE=DATE:20270107"))).toEqual([
      ["E1", "2027-01-04", "2027-01-06"],
    ]);
  });

  it("without an end takes its one day", () => {
    expect(days(event("DTSTART;VALUE=DATE:20270104"))).toEqual([["E1", "2027-01-04", "2027-01-04"]]);
  });
});

describe("a timed event", () => {
  it("takes the days that it touches, and keeps its times as a note", () => {
    const [leave] = read(event("DTSTART:20270104T130000", "DTEND:20270104T170000")).leave;
    expect(leave).toMatchObject({ from: "2027-01-04", to: "2027-01-04", note: "13:00 to 17:00", half: "pm" });
    const half = (start: string, end: string) =>
      read(event(`DTSTART:20270104T${start}00`, `DTEND:20270104T${end}00`)).leave[0]!.half;
    expect([half("0800", "1300"), half("0800", "1301"), half("1259", "1700")]).toEqual(["am", "day", "day"]);
    expect(days(event("DTSTART:20270104T130000", "DTEND:20270106T000000"))[0]).toEqual([
      ...["E1", "2027-01-04", "2027-01-05"],
    ]);
    expect(days(event("DTSTART:20270104T130000", "DTEND:20270106T000100"))[0]![2]).toBe("2027-01-06");
  });

  it("lies on the day of London, in summer and in winter", () => {
    expect(days(event("DTSTART:20270630T233000Z", "DTEND:20270701T010000Z"))[0]![1]).toBe("2027-07-01");
    expect(days(event("DTSTART:20270131T233000Z", "DTEND:20270131T235900Z"))[0]![1]).toBe("2027-01-31");
    const newYork = event(
      "DTSTART;TZID=America/New_York:20270104T200000",
      "DTEND;TZID=America/New_York:20270104T210000",
    );
    expect(days(newYork)[0]![1]).toBe("2027-01-05");
  });

  it("reads the zone that the file describes", () => {
    const zone = ["BEGIN:VTIMEZONE", "TZID:Own", "BEGIN:STANDARD", "DTSTART:19700101T000000"];
    const lines = [...zone, "TZOFFSETFROM:-0500", "TZOFFSETTO:-0500", "END:STANDARD", "END:VTIMEZONE"];
    const own = event("DTSTART;TZID=Own:20270104T200000", "DTEND;TZID=Own:20270104T210000");
    expect(days([...lines, ...own])[0]![1]).toBe("2027-01-05");
  });

  it("in a zone that nobody knows is rejected by its line", () => {
    const { leave, rejected } = read(event("DTSTART;TZID=Moon:20270104T200000"));
    expect(leave).toEqual([]);
    expect(rejected).toMatchObject([{ row: 3, message: expect.stringContaining("cannot be worked out") }]);
  });
});

describe("a recurring event", () => {
  const weekly = (...lines: string[]) => event("DTSTART;VALUE=DATE:20261116", "RRULE:FREQ=WEEKLY", ...lines);
  const horizon = { from: "2026-11-20", to: "2026-12-07" };

  it("is followed within the horizon, both ends included", () => {
    expect(days(weekly(), { horizon })).toEqual([
      ["E1@2026-11-23", "2026-11-23", "2026-11-23"],
      ["E1@2026-11-30", "2026-11-30", "2026-11-30"],
      ["E1@2026-12-07", "2026-12-07", "2026-12-07"],
    ]);
    expect(days(weekly(), { horizon: { from: "2026-11-20", to: "2026-12-06" } })).toHaveLength(2);
  });

  it("leaves out excepted days, moves moved ones and drops cancelled ones", () => {
    const moved = event("RECURRENCE-ID;VALUE=DATE:20261130", "DTSTART;VALUE=DATE:20261202");
    const cancelled = event(
      ...["RECURRENCE-ID;VALUE=DATE:20261207", "DTSTART;VALUE=DATE:20261207", "STATUS:CANCELLED"],
    );
    const lines = [...weekly("EXDATE;VALUE=DATE:20261123"), ...moved, ...cancelled];
    expect(days(lines, { horizon })).toEqual([["E1@2026-11-30", "2026-12-02", "2026-12-02"]]);
  });

  it("keeps its hour where the clocks change", () => {
    const daily = event(
      "DTSTART;TZID=Europe/London:20270327T233000",
      "DTEND;TZID=Europe/London:20270327T235900",
      "RRULE:FREQ=DAILY;COUNT=3",
    );
    expect(days(daily).map(([, from]) => from)).toEqual(["2027-03-27", "2027-03-28", "2027-03-29"]);
  });

  it("without an end stops at the horizon", () => {
    const daily = event("DTSTART;VALUE=DATE:20200101", "RRULE:FREQ=DAILY");
    expect(days(daily, { horizon: { from: "2026-11-20", to: "2026-11-21" } })).toHaveLength(2);
  });
});

describe("a calendar", () => {
  it("names cancelled events, so that held leave of them is withdrawn", () => {
    const cancelled = event("DTSTART;VALUE=DATE:20270104", "STATUS:CANCELLED");
    expect(read(cancelled)).toMatchObject({ leave: [], events: new Set(["E1"]) });
    expect(read(["METHOD:CANCEL", ...event("DTSTART;VALUE=DATE:20270104")])).toMatchObject({
      ...{ leave: [], events: new Set(["E1"]) },
    });
  });

  it("goes on after a faulty event, which it names by its line", () => {
    const lines = ["BEGIN:VEVENT", "SUMMARY:No identifier", "DTSTART;VALUE=DATE:20270104", "END:VEVENT"];
    const broken = ["BEGIN:VEVENT", "UID:E2", "this is no line", "END:VEVENT"];
    const { leave, rejected } = read([...lines, ...broken, ...event("DTSTART;VALUE=DATE:20270104")]);
    expect(leave).toHaveLength(1);
    expect(rejected.map(({ row, column }) => [row, column])).toEqual([
      [3, "UID"],
      [7, "VEVENT"],
    ]);
  });

  it("that is cut off names the event that never ends", () => {
    const text = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:E1\r\n";
    expect(readCalendar(new TextEncoder().encode(text), CONTEXT).rejected[0]).toMatchObject({ row: 2 });
  });

  it("of several people asks each title for one known code", () => {
    const of = (title: string) =>
      read(event(`SUMMARY:${title}`, "DTSTART;VALUE=DATE:20270104"), { person: null });
    expect(of("Leave: a1").leave).toMatchObject([{ person: "A1", role: "anaesthetist" }]);
    expect(of("C1 and A1 away").rejected).toHaveLength(1);
    expect(of("Leave of C11").rejected).toHaveLength(1);
  });

  it("is read for events of one word in the title alone, where it is asked for", () => {
    const of = (title: string) =>
      days(event(`SUMMARY:${title}`, "DTSTART;VALUE=DATE:20270104"), { titleWord: "leave" }).length;
    expect([of("Annual LEAVE"), of("Clinic")]).toEqual([1, 0]);
  });

  it("is refused when it is none", () => {
    const csv = new TextEncoder().encode("person_code,role\n");
    expect(readCalendar(csv, CONTEXT).refused).toHaveLength(1);
  });
});
