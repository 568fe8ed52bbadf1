import { expect, it } from "vitest";
import type { MadeSession } from "~db/made-sessions";
import { ACTOR, onEachEngine } from "./engines";
import { aSession, givenHub, HUB, importSessions, TODAY } from "./given-hub";

const SPAN = { from: "2027-01-04", to: "2027-01-10" };
const UNTIL = { from: "2027-01-04", until: "2027-01-11" };
const ASKED = { organisation: "RQM", span: SPAN };

onEachEngine("sessions made from templates", (given, load) => {
  const templates = load(() => import("~db/session-templates"));
  const made = load(() => import("~db/made-sessions"));
  const sessions = load(() => import("~db/theatre-sessions"));
  const service = load(() => import("~/services/schedule/generate-sessions.server"));
  const events = load(() => import("~db/session-events"));
  const staging = load(() => import("~db/imports/sessions"));
  const imports = load(() => import("~db/imports"));

  const givenTemplate = async () => {
    await givenHub(given.store);
    return given.store.commit(ACTOR, "test", async (tx) => {
      await made().ensureTheatre(tx, "RQM", { site: "RQM02", theatre: "T1" });
      return templates().insertTemplate(tx, "RQM", {
        ...{ site: "RQM02", theatre: "T1", weekday: 1, weeksOfMonth: [], validFrom: "2026-01-01" },
        ...{ validUntil: null, start: "08:30", end: "17:00", treatmentFunctions: ["100"], surgeons: ["C1"] },
        ...{ anaesthetist: "A1", anaesthetics: ["GA"], paediatric: false, equipment: ["CARM"], maxCases: 5 },
        ...{ heldMinutes: 10, funding: "wli", visitingTeam: "Visitors" },
      });
    });
  };
  const generate = () => service().generate(HUB, given.store, ACTOR, ASKED);
  const held = () => sessions().listSessions(HUB, given.store.db, UNTIL, "RQM");
  const stage = (items: ReturnType<typeof aSession>[]) =>
    staging().stageSessions(
      given.store,
      ACTOR,
      { organisation: "RQM", sites: HUB.sites, fileName: "s.csv", sha256: "" },
      { items, faults: [], refused: [] },
    );

  it("are made once, however often and by however many they are asked for", async () => {
    await givenTemplate();
    expect(await generate()).toEqual({ made: 1, skipped: 0 });
    expect(await generate()).toEqual({ made: 0, skipped: 1 });
    const [one] = await held();
    expect(one!.session).toMatchObject({
      ...{ sessionId: "RQM02-T1-20270104-0830", maxCases: 5, heldMinutes: 10, surgeons: ["C1"] },
      status: "open",
    });
    const happened = await events().sessionEvents(HUB, given.store.db, [one!.id]);
    expect(happened).toMatchObject([{ number: 1, kind: "generated", by: "command:test" }]);
  });

  it("are made once by two at the same time", async () => {
    await givenTemplate();
    const [a, b] = await Promise.all([generate(), generate()]);
    expect(a.made + b.made).toBe(1);
    expect(await held()).toHaveLength(1);
  });

  it("are not made again after their session was moved or closed", async () => {
    await givenTemplate();
    await generate();
    const { setSessionDetail } = await import("~db/session-details");
    const { theatreSession } = await import("~db/schema");
    const { id } = (await held())[0]!;
    await given.store.commit(ACTOR, "test", async (tx) => {
      await tx.update(theatreSession, { id }, { date: "2027-01-05" });
      await setSessionDetail(tx, id, { status: "closed", statusReason: "No staff" }, HUB_SITE);
    });
    expect(await generate()).toEqual({ made: 0, skipped: 1 });
    expect((await held()).map(({ session }) => [session.date, session.status])).toEqual([
      ["2027-01-05", "closed"],
    ]);
  });

  it("cannot be written twice past the check either", async () => {
    const template = await givenTemplate();
    await generate();
    const twin: MadeSession = {
      session: aSession({ sessionId: "twin", date: "2027-01-04" }),
      detail: {
        ...{ origin: "template", template, templateDate: "2027-01-04", anaesthetist: "" },
        ...{ equipment: [], funding: "core", visitingTeam: "" },
      },
      event: { kind: "generated" },
    };
    delete (twin.session as { row?: number }).row;
    delete (twin.session as { siteType?: string }).siteType;
    await expect(
      given.store.commit(ACTOR, "test", (tx) => made().insertMadeSessions(tx, "RQM", [twin])),
    ).rejects.toThrow();
    expect(await held()).toHaveLength(1);
  });

  it("are neither gone nor changed by a file that covers their days", async () => {
    await givenTemplate();
    await generate();
    const others = [
      aSession({ sessionId: "F1", date: "2027-01-04", theatre: "T2" }),
      aSession({ sessionId: "F2", date: "2027-01-08", theatre: "T2" }),
    ];
    expect(await importSessions(given.store, others)).toMatchObject({ new: 2, gone: 0 });
    const same = aSession({ sessionId: "RQM02-T1-20270104-0830", date: "2027-01-04", status: "closed" });
    const { id, counts } = await stage([same, ...others]);
    expect(counts).toMatchObject({ drift: 1, changed: 0, same: 2, gone: 0 });
    await imports().confirmImport(HUB, given.store, ACTOR, id, TODAY);
    const [one] = (await held()).filter(({ session }) => session.theatre === "T1");
    expect(one!.session).toMatchObject({ status: "open", heldMinutes: 10 });
  });

  it("keep their theatre: a file's session that wants it is refused by name", async () => {
    await givenTemplate();
    await generate();
    const wants = (facts: object) => aSession({ sessionId: "F1", date: "2027-01-04", ...facts });
    const { id, counts } = await stage([wants({ start: "16:59", end: "18:00" })]);
    expect(counts).toMatchObject({ faults: 1, new: 0 });
    const [fault] = await imports().listImportFaults(HUB, given.store.db, id);
    expect(fault!.message).toContain("RQM02-T1-20270104-0830");
    expect((await stage([wants({ start: "17:00", end: "18:00" })])).counts).toMatchObject({ new: 1 });
    expect((await stage([wants({ status: "closed" })])).counts).toMatchObject({ new: 1, faults: 0 });
  });
});

const HUB_SITE = { organisation: "RQM", site: "RQM02" };
