import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { User } from "~/auth/visitor.server";
import { addSession, readAddedSession } from "~/services/schedule/add-session.server";
import { importLeave } from "~/services/leave/keep-leave.server";
import { addTemplate, changeTemplate, endTemplate } from "~/services/schedule/save-template.server";
import { readTemplateForm } from "~/services/schedule/template-form.server";
import { leaveWithin } from "~db/leave";
import { listTemplates, type TemplateGiven } from "~db/session-templates";
import { listSessions } from "~db/theatre-sessions";
import { HUB, TODAY } from "../db/given-hub";
import { importer, importHub, type ImportHub } from "./import-hub";

let hub: ImportHub;
let user: User;
beforeEach(async () => {
  hub = await importHub();
  user = await importer(hub.store);
});
afterEach(() => hub.close());

const PLACES = { sites: ["RQM02"], theatres: [{ site: "RQM02", name: "T1" }], equipment: ["C_ARM", "XRAY"] };
const FIELDS = {
  ...{ theatre: "RQM02|T1", weekday: "1", validFrom: "2027-01-01", start: "8:30", end: "17:00" },
  ...{ treatmentFunctions: "100, 110", surgeons: "c1 C2", anaesthetics: "GA", funding: "core" },
};

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}
function given(fields: Record<string, string> = {}): TemplateGiven {
  const read = readTemplateForm(formOf({ ...FIELDS, ...fields }), PLACES);
  if (!read.given) throw new Error(JSON.stringify(read.problems));
  return read.given;
}
const problems = (fields: Record<string, string>) =>
  readTemplateForm(formOf({ ...FIELDS, ...fields }), PLACES).problems?.map(({ field }) => field);

describe("the form of a template", () => {
  it("reads codes, times and weeks as people type them", () => {
    expect(given({ weeksOfMonth: "5", paediatric: "yes", maxCases: "4" })).toMatchObject({
      ...{ start: "08:30", surgeons: ["C1", "C2"], treatmentFunctions: ["100", "110"], weeksOfMonth: [5] },
      ...{ paediatric: true, maxCases: 4, heldMinutes: 0, validUntil: null },
    });
    expect(given({ theatre: "", newTheatre: "T9", site: "RQM02" }).theatre).toBe("T9");
  });

  it.each([
    [{ end: "08:30" }, "end"],
    [{ heldMinutes: "510" }, "heldMinutes"],
    [{ validUntil: "2026-12-31" }, "validUntil"],
    [{ theatre: "RQM02|T2" }, "theatre"],
    [{ theatre: "", newTheatre: "T9", site: "RQM01" }, "site"],
    [{ weekday: "8" }, "weekday"],
    [{ treatmentFunctions: "999" }, "treatmentFunctions"],
    [{ treatmentFunctions: "" }, "treatmentFunctions"],
    [{ anaesthetics: "" }, "anaesthetics"],
    [{ validFrom: "31/02/2027" }, "validFrom"],
    [{ funding: "gift" }, "funding"],
    [{ maxCases: "0" }, "maxCases"],
  ])("refuses %j", (fields, field) => expect(problems(fields)).toEqual([field]));

  it("takes the values just within each border", () => {
    expect(problems({ end: "08:31" })).toBeUndefined();
    expect(problems({ heldMinutes: "509" })).toBeUndefined();
    expect(problems({ validUntil: "2027-01-01" })).toBeUndefined();
  });
});

describe("a template", () => {
  const all = () => listTemplates(HUB, hub.store.db, "RQM");
  const added = async (fields: Record<string, string> = {}) => {
    const answer = await addTemplate(user, HUB, "RQM", given(fields));
    return answer.kind === "saved" ? answer.id : answer;
  };

  it("sent twice is there once", async () => {
    expect(await added()).toBe(await added());
    expect(await all()).toHaveLength(1);
  });

  it("is refused with words where another one holds the theatre", async () => {
    await added();
    const refused = await added({ start: "16:00", end: "20:00" });
    expect(refused).toMatchObject({ kind: "refused", problems: [{ field: "start" }] });
    expect(JSON.stringify(refused)).toContain("2027-01-04");
    expect(typeof (await added({ start: "17:00", end: "20:00" }))).toBe("string");
  });

  it("is changed by one at a time, and never on top of another's change", async () => {
    const id = (await added()) as string;
    const answer = await changeTemplate(user, HUB, id, 1, given({ surgeons: "C3" }));
    expect(answer).toEqual({ kind: "saved", id });
    const late = await changeTemplate(user, HUB, id, 1, given({ surgeons: "C4" }));
    expect(late).toEqual({ kind: "changedSince" });
    expect((await all())[0]).toMatchObject({ surgeons: ["C3"], revision: 2 });
    const nowhere = { organisations: [], sites: [] };
    expect(await changeTemplate(user, nowhere, id, 2, given())).toEqual({ kind: "notFound" });
  });

  it("ends with its last day, which makes room for another", async () => {
    const id = (await added()) as string;
    expect(await endTemplate(user, HUB, id, 1, "2026-12-31")).toMatchObject({ kind: "refused" });
    expect(await endTemplate(user, HUB, id, 1, "2027-01-18")).toEqual({ kind: "saved", id });
    expect(await endTemplate(user, HUB, id, 2, "2027-02-01")).toMatchObject({ kind: "refused" });
    expect(typeof (await added({ validFrom: "2027-01-19", surgeons: "C9" }))).toBe("string");
  });
});

describe("equipment of a template", () => {
  const messages = (fields: Record<string, string>, known = PLACES.equipment) =>
    readTemplateForm(formOf({ ...FIELDS, ...fields }), { ...PLACES, equipment: known }).problems?.map(
      ({ message }) => message,
    );

  it("is taken by a code that something else uses, however it is typed", () => {
    expect(given({ equipment: "c_arm; XRAY" }).equipment).toEqual(["C_ARM", "XRAY"]);
    expect(given({ equipment: "" }).equipment).toEqual([]);
  });

  it("is refused by a code that nothing uses, with the nearest of those that are known", () => {
    expect(messages({ equipment: "C_ARN, XRAY, ROBOT" })).toEqual([
      "Nothing else uses the equipment C_ARN (is it C_ARM?), ROBOT: enter a code that is known, or tick that it is new",
    ]);
    expect(messages({ equipment: "ROBOT" }, [])).toEqual([
      "Nothing else uses the equipment ROBOT: enter a code that is known, or tick that it is new",
    ]);
  });

  it("is new by a tick", () => {
    expect(given({ equipment: "ROBOT", newEquipment: "yes" }).equipment).toEqual(["ROBOT"]);
  });
});

describe("a session for one date", () => {
  const FOR_DATE = { ...FIELDS, date: "2027-01-04", reason: "Catching up" };
  const read = (fields: Record<string, string> = {}) =>
    readAddedSession(
      formOf({ ...FOR_DATE, theatre: "", newTheatre: "T1", site: "RQM02", ...fields }),
      PLACES,
      TODAY,
    );

  it("needs a reason, a day to come, and a tick on a bank holiday", () => {
    const fields = (of: Record<string, string>) => read(of).problems?.map(({ field }) => field);
    expect(fields({ reason: "" })).toEqual(["reason"]);
    expect(fields({ date: "2026-11-21" })).toEqual(["date"]);
    expect(fields({ date: TODAY })).toBeUndefined();
    expect(fields({ date: "2026-12-28" })).toEqual(["date"]);
    expect(fields({ date: "2026-12-28", onHoliday: "yes" })).toBeUndefined();
  });

  it("is added once, and refused where a session holds the theatre", async () => {
    const first = await addSession(user, HUB, "RQM", read().given!);
    expect(first.kind).toBe("added");
    const second = await addSession(user, HUB, "RQM", read({ start: "16:59", end: "18:00" }).given!);
    expect(second).toMatchObject({ kind: "refused", problems: [{ field: "start" }] });
    const third = await addSession(user, HUB, "RQM", read({ start: "17:00", end: "18:00" }).given!);
    expect(third.kind).toBe("added");
    const held = await listSessions(HUB, hub.store.db, { from: "2027-01-04", until: "2027-01-05" });
    expect(held.map(({ session }) => session.sessionId)).toEqual([
      ...["RQM02-T1-20270104-0830", "RQM02-T1-20270104-1700"],
    ]);
  });
});

it("takes a calendar in once, and withdraws what it cancels", async () => {
  const said = {
    ...{ row: 3, uid: "E1", person: "C1", role: "surgeon" as const, half: "day" as const, note: "" },
    ...{ from: "2027-01-04", to: "2027-01-05" },
  };
  const events = new Set(["E1"]);
  const take = (leave: (typeof said)[]) =>
    importLeave(user, HUB, "RQM", { source: "icalendar", leave, events }, TODAY);
  const held = () => leaveWithin(HUB, hub.store.db, { from: TODAY, until: "2028-01-01" }, "RQM");
  expect(await take([said])).toEqual({ added: 1, same: 0, withdrawn: 0 });
  expect(await take([said])).toEqual({ added: 0, same: 1, withdrawn: 0 });
  expect(await held()).toHaveLength(1);
  expect(await take([])).toEqual({ added: 0, same: 0, withdrawn: 1 });
  expect(await held()).toEqual([]);
  expect(await importLeave(user, HUB, "RKE", { source: "csv", leave: [], events }, TODAY)).toBeNull();
});
