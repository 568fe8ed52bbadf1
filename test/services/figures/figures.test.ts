import { afterEach, beforeEach, expect, it } from "vitest";
import { today } from "~/clock.server";
import { addDays } from "~/domain/calendar";
import { countsOf, type Occurrence } from "~/domain/perioperative/figures/figures";
import { figuresCsv } from "~/export/figures";
import { disclosed } from "~/domain/perioperative/figures/disclosure";
import { decideScreening } from "~/services/triage/decide.server";
import { inviteByHand } from "~/services/invitation/invite.server";
import { occurrencesOf } from "~/views/figures/occurrences.server";
import { recordPatientAccess } from "~db/patient-access";
import { cancellation } from "~db/schema";
import { listSessions } from "~db/theatre-sessions";
import { findEntry } from "~db/waiting-list";
import { aSession, importSessions } from "../../db/given-hub";
import { HUB, NURSE, triageHub, type TriageHub } from "../triage/triage-hub";

let hub: TriageHub;
beforeEach(async () => {
  hub = await triageHub({ imdDecile: 1 }, { imdDecile: null, ethnicCategory: "" });
});
afterEach(() => hub.close());

const days = () => ({ from: addDays(today(), -27), to: today() });
const counted = async (keep: (one: Occurrence) => boolean = () => true) =>
  countsOf((await occurrencesOf(HUB, hub.store.db, days())).filter(keep));

it("counts who was asked and answered, by whom, and who needed no visit, with the minutes of a card", async () => {
  const [first, second] = hub.ids as [string, string];
  for (const entry of [first, second]) await inviteByHand(HUB, hub.store, NURSE, { entry, part: 1 });
  await hub.answer(first);
  const { patient } = (await findEntry(HUB, hub.store.db, first))!;
  await recordPatientAccess(hub.store, NURSE, { patients: [patient], page: "triage card" });
  await new Promise((done) => setTimeout(done, 5));
  await decideScreening(HUB, hub.store, NURSE, first, await hub.decision(first), false);
  const counts = await counted();
  expect(counts.asked).toMatchObject({ all: 2, yes: 1, measured: 1 });
  // Entered by staff: not unaided.
  expect(counts.answered).toMatchObject({ all: 1, yes: 0 });
  expect(counts.decided).toMatchObject({ all: 1, yes: 1, measured: 1 });
  expect(counts.decided.median).toBeGreaterThan(0);
  expect(counts.decided.median).toBeLessThan(1);
  const deprived = await counted(({ groups }) => groups.deprivation === "1");
  const unknown = await counted(({ groups }) => groups.deprivation === "notKnown");
  expect([deprived.asked.all, unknown.asked.all]).toEqual([1, 1]);
});

it("measures no minutes of a decision whose card this person did not open in the hour before", async () => {
  const [first] = hub.ids as [string];
  await hub.answer(first);
  const { patient } = (await findEntry(HUB, hub.store.db, first))!;
  const other = { kind: "user", id: "other" } as const;
  await recordPatientAccess(hub.store, other, { patients: [patient], page: "triage card" });
  await recordPatientAccess(hub.store, NURSE, { patients: [patient], page: "waiting-list entry" });
  await decideScreening(HUB, hub.store, NURSE, first, await hub.decision(first), false);
  expect((await counted()).decided).toMatchObject({ all: 1, measured: 0, median: null });
});

it("counts what was cancelled on its day, and not what was cancelled before", async () => {
  await importSessions(hub.store, [aSession({ site: "RQM01", siteType: "main", date: today() })]);
  const span = { from: today(), until: addDays(today(), 1) };
  const [session] = await listSessions(HUB, hub.store.db, span);
  const one = (number: number, date: string, clinical: boolean) => ({
    ...{ entry: hub.ids[0]!, number, session: session!.id, date, clinical, reasonCode: "acute-illness" },
    ...{ avoidable: null, lastMinute: true, offerBy: null, note: "", by: "user:nurse", at: hub.store.now() },
  });
  await hub.store.commit(NURSE, "test", (tx) =>
    tx.insert(
      cancellation,
      [one(1, today(), true), one(2, today(), false), one(3, addDays(today(), 1), true)],
      { organisation: "RQM", site: "RQM01" },
    ),
  );
  expect((await counted()).cancelled).toMatchObject({ all: 2, yes: 1 });
});

it("writes a line for each group and figure, a star where it is too small", () => {
  const whole = countsOf([]);
  const shown = (all: number) => ({
    asked: disclosed({ ...whole.asked, all, yes: all }, 8),
    answered: disclosed(whole.answered, 8),
    decided: disclosed(whole.decided, 8),
    cancelled: disclosed(whole.cancelled, 8),
  });
  const text = figuresCsv({
    ...{ from: "2026-11-01", to: "2026-11-28", whole: shown(20) },
    tables: [{ dimension: "age", rows: [{ words: "=Under 18", counts: shown(3) }] }],
  });
  const lines = text.trim().split("\r\n");
  expect(lines).toHaveLength(1 + 4 + 4);
  expect(lines[1]).toBe("2026-11-01,2026-11-28,all,all,asked,20,20,100,");
  expect(lines[5]).toBe(`2026-11-01,2026-11-28,age,"'=Under 18",asked,*,*,*,*`);
  expect(lines[6]).toBe(`2026-11-01,2026-11-28,age,"'=Under 18",answered,0,0,,`);
});
