import { describe, expect, it } from "vitest";
import { addDays, mondayOf, wholeWeeks } from "~/domain/calendar";
import { generateHub } from "~/demo/hub";
import { smallestScale } from "~/demo/published-waits";
import people from "~/demo/people.json";
import { resourcesCsv } from "~/export/resources";
import { sessionsCsv } from "~/export/sessions";
import { waitingListCsv } from "~/export/waiting-list";
import { RTT_ADMITTED } from "~/facts/rtt-admitted";
import { hasCheckDigit } from "~/import/codes";
import { readResources } from "~/import/resources";
import { readSessions } from "~/import/sessions";
import { readWaitingList } from "~/import/waiting-list";

const planDate = "2026-11-20";
const weekStart = "2026-12-14";
const hub = generateHub({ weekStart, planDate });
const { entries, sessions, resources } = hub;
const share = (count: number) => count / entries.length;

describe("the demo hub", () => {
  it("is Chelsea and Westminster in size, and says that it is a demo", () => {
    expect(hub.organisation).toEqual({
      code: "RQM",
      name: "Chelsea and Westminster Hospital NHS Foundation Trust (demo)",
    });
    expect(hub.sites.map(({ code, type }) => [code, type])).toEqual([
      ["RQM01", "main"],
      ["RQM02", "hub"],
    ]);
    expect(entries.length).toBeGreaterThan(6900);
    expect(entries.length).toBeLessThan(7100);
  });

  it("is the same for the same seed, and another for another", () => {
    const small = { weekStart, planDate, scale: 0.05 };
    expect(generateHub(small)).toEqual(generateHub(small));
    expect(generateHub({ ...small, seed: 2 }).entries[0]).not.toEqual(generateHub(small).entries[0]);
  });

  it("keeps its waiting list when it has more weeks of sessions", () => {
    const small = { weekStart, planDate, scale: 0.05 };
    expect(generateHub({ ...small, weeks: 2 }).entries).toEqual(generateHub({ ...small, weeks: 1 }).entries);
  });

  it("passes its own readers without a fault or a doubt", () => {
    const context = { file: "f.csv", planDate };
    const bytes = (text: string) => new TextEncoder().encode(text);
    const clean = { rejected: [], warnings: [], refused: [] };
    const list = readWaitingList(bytes(waitingListCsv(entries)), context);
    expect(list).toMatchObject(clean);
    expect(list.rows).toEqual(entries.map((entry, index) => ({ ...entry, row: index + 2 })));
    expect(readSessions(bytes(sessionsCsv(sessions)), context)).toMatchObject(clean);
    expect(readResources(bytes(resourcesCsv(resources)), context)).toMatchObject(clean);
  });

  it("refuses a provider that the published table lacks", () => {
    expect(() => generateHub({ provider: "XXX", weekStart, planDate })).toThrow(
      "No provider XXX in the published table: expected an ODS code such as RQM.",
    );
  });

  it("has somebody waiting at its smallest scale, and nobody below", () => {
    const scale = smallestScale("RQM");
    expect(generateHub({ weekStart, planDate, scale: scale * 1.001 }).entries.length).toBeGreaterThan(0);
    expect(generateHub({ weekStart, planDate, scale: scale * 0.999 }).entries).toEqual([]);
  });

  it("names every provider of the table as a demo", () => {
    for (const provider of Object.keys(RTT_ADMITTED)) {
      const other = generateHub({ provider, weekStart, planDate, scale: 0.02, weeks: 1 });
      expect(other.organisation.name).toMatch(/^[A-Z].* \(demo\)$/);
    }
  });
});

describe("the waits", () => {
  it("follow from the published admissions: long waiters are there in number", () => {
    const weeks = entries.map((entry) => wholeWeeks(entry.clockStart, planDate));
    expect(weeks.every((waited) => waited >= 0)).toBe(true);
    expect(share(weeks.filter((waited) => waited >= 18).length)).toBeGreaterThan(0.3);
    expect(weeks.filter((waited) => waited >= 52).length).toBeGreaterThan(200);
  });

  it("hold every priority, outcome and treatment function that a week needs", () => {
    const of = (key: "priority" | "screening" | "treatmentFunction") =>
      new Set(entries.map((entry) => entry[key]));
    expect(of("priority")).toEqual(new Set(["P2", "P3", "P4", "P6"]));
    expect(of("screening")).toEqual(new Set(["fit", "optimising", "awaiting", "not_screened"]));
    expect(of("treatmentFunction")).toEqual(new Set(["100", "101", "110", "120", "130", "502"]));
    expect(entries.some((entry) => entry.offerBy !== null)).toBe(true);
  });
});

describe("the people", () => {
  it("have names, addresses and numbers that nobody has", () => {
    for (const { details, nhsNumber } of entries) {
      expect(people.familyNames).toContain(details.familyName);
      expect(details.postcode).toMatch(/^ZZ99 \d[A-Z]Z$/);
      expect(details.mobile).toMatch(/^07700 900\d{3}$/);
      expect(details.email).toMatch(/^($|patient\.\d+@example\.(org|com)$)/);
      if (nhsNumber !== null) expect(nhsNumber).toMatch(/^999\d{7}$/);
      if (nhsNumber !== null) expect(hasCheckDigit(nhsNumber)).toBe(true);
    }
  });

  it("are each one person: an NHS number and a hospital number belong together", () => {
    const patients = new Map(entries.map((entry) => [entry.patientId, entry.nhsNumber]));
    for (const { patientId, nhsNumber } of entries) expect(patients.get(patientId)).toBe(nhsNumber);
    const numbers = [...patients.values()].filter((number) => number !== null);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(patients.size).toBeLessThan(entries.length);
  });

  it("fit their procedures: sides, sexes and children", () => {
    const withCode = (form: RegExp) => entries.filter((entry) => form.test(entry.procedureCode));
    expect(new Set(withCode(/^C71/).map((entry) => entry.laterality))).toEqual(new Set(["left", "right"]));
    expect(withCode(/^J/).every((entry) => entry.laterality === "none")).toBe(true);
    expect(withCode(/^N/).every((entry) => entry.gender === "1")).toBe(true);
    expect(withCode(/^Q/).every((entry) => entry.gender === "2")).toBe(true);
    const children = entries.filter((entry) => entry.birthDate > addDays(planDate, -18 * 365.25));
    expect(children.length).toBeGreaterThan(50);
    expect(children.some((entry) => entry.treatmentFunction === "502")).toBe(false);
  });
});

describe("the sessions and resources", () => {
  it("fill six weeks from the Monday on", () => {
    const weeks = new Set(sessions.map((session) => mondayOf(session.date)));
    expect([...weeks].sort()).toEqual(Array.from({ length: 6 }, (_, week) => addDays(weekStart, 7 * week)));
    expect(sessions.length).toBeGreaterThan(6 * 35);
  });

  it("keep each surgeon in one place at a time", () => {
    const times = new Set<string>();
    for (const { surgeons, date, start, end } of sessions) {
      const halves = [...(start < "13:00" ? ["am"] : []), ...(end > "13:00" ? ["pm"] : [])];
      for (const half of halves) {
        const key = `${surgeons[0]} ${date} ${half}`;
        expect(times).not.toContain(key);
        times.add(key);
      }
    }
  });

  it("give beds for every night of the weeks and one more", () => {
    const beds = resources.filter(({ site, resource }) => site === "RQM01" && resource === "bed");
    expect(beds.map((bed) => bed.date)).toEqual(
      Array.from({ length: 49 }, (_, day) => addDays(weekStart, day)),
    );
    expect(beds.every((bed) => bed.quantity >= 2)).toBe(true);
  });
});
