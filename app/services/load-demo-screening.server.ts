import { answerTicks } from "~/demo/answer-ticks";
import { Random } from "~/demo/random";
import { DEMO_FINDINGS, inventAnswers } from "~/demo/screening";
import { addDays, type IsoDate } from "~/domain/calendar";
import type { Answers } from "~/domain/perioperative/answers";
import { contextAnswers } from "~/domain/perioperative/questionnaire/context";
import type { Readiness } from "~/domain/waiting-list";
import { QUESTIONNAIRE } from "~/facts/questionnaire";
import type { Actor } from "~db/actor";
import type { Tx } from "~db/commit";
import { newId } from "~db/new-id";
import { completeDraft, insertDraft, responseById } from "~db/questionnaire-responses";
import { decideReadiness, findReadiness } from "~db/readiness";
import { invitation, patientAccess } from "~db/schema";
import { insertDecision } from "~db/screening/decisions";
import type { Scope } from "~db/scope";
import type { Store } from "~db/store";
import { entriesForPlanning, type HeldEntry } from "~db/waiting-list";
import { recordFactsOf } from "./questionnaire/record-facts.server";
import { assessEntry } from "./triage/assess-entry.server";
import { raiseExpired } from "./triage/raise-expired.server";

/** Patients of the demo who have answered and wait for somebody to look. */
const ANSWERED = 48;
/** Patients who are taken to each of the later states; fewer in a small demo. */
const OF_EACH = 4;

interface DemoScreening {
  scope: Scope;
  store: Store;
  actor: Actor;
  today: IsoDate;
  random: Random;
  /** Draws of when and how patients were asked, which move nothing that they answered. */
  asking: Random;
}

/** Lets some patients of a demo answer, and takes a few of them to each state, so that the triage board lives at once. */
export async function loadDemoScreening(
  store: Store,
  actor: Actor,
  scope: Scope,
  today: IsoDate,
): Promise<void> {
  const demo = {
    ...{ scope, store, actor, today },
    ...{ random: new Random(1, "screening"), asking: new Random(1, "asking") },
  };
  await store.commit(actor, "demo.screening", async (tx) => {
    const all = await entriesForPlanning(scope, tx.db, scope.organisations[0]!);
    const adults = all.filter(({ entry }) => entry.birthDate < addDays(today, -20 * 365));
    const waiting = adults.filter(({ entry }) => entry.screening === "awaiting");
    const dated = adults.filter(
      ({ entry }) => entry.tciDate !== null && entry.tciDate > today && entry.screening === "fit",
    );
    const few = Math.max(1, Math.min(OF_EACH, Math.floor(waiting.length / 16)));
    const take = (from: HeldEntry[], many: number) => from.splice(0, many);
    for (const finding of [DEMO_FINDINGS.urgent, DEMO_FINDINGS.uncertain])
      for (const held of take(waiting, 1)) await answered(demo, held, finding);
    for (const held of take(waiting, few)) {
      await answered(demo, held, DEMO_FINDINGS.heavy);
      const fitFrom = addDays(today, 14 + demo.random.whole(60));
      await decided(
        demo,
        held,
        { screening: "optimising", fitFrom, fitUntil: null, hubSuitable: [] },
        "Weight and activity first",
      );
    }
    for (const held of take(waiting, few)) {
      await answered(demo, held, DEMO_FINDINGS.heart);
      await decided(
        demo,
        held,
        { screening: "unfit", fitFrom: null, fitUntil: null, hubSuitable: [] },
        "Cardiology first",
      );
    }
    for (const held of take(waiting, few)) {
      await answered(demo, held, DEMO_FINDINGS.nothing);
      const fitUntil = addDays(today, 60 + demo.random.whole(30));
      await decided(
        demo,
        held,
        { screening: "fit", fitFrom: null, fitUntil, hubSuitable: held.entry.hubSuitable },
        "Confirmed as the rules suggest",
      );
    }
    for (const held of take(waiting, ANSWERED)) await answered(demo, held);
    // Two with a date: fitness of one ended yesterday, and another one has become worse.
    for (const held of take(dated, 1))
      await decided(
        demo,
        held,
        {
          screening: "fit",
          fitFrom: null,
          fitUntil: addDays(today, -1),
          hubSuitable: held.entry.hubSuitable,
        },
        "Confirmed three months ago",
      );
    for (const held of take(dated, 1)) await answered(demo, held, DEMO_FINDINGS.heart);
    await raiseExpired(store, today);
  });
}

async function answered(
  { scope, store, actor, today, random, asking }: DemoScreening,
  held: HeldEntry,
  finding?: Answers,
): Promise<void> {
  const { id: entry, organisation } = held;
  const given = inventAnswers(held.entry, random, finding);
  await store.commit(actor, "demo.screening", async (tx) => {
    const id = newId();
    const record = contextAnswers(QUESTIONNAIRE, recordFactsOf(held.entry), today);
    const answers = { ...given, ...answerTicks(QUESTIONNAIRE, given), ...record };
    await insertDraft(tx, {
      ...{ id, entry, organisation, site: held.entry.listingSite, invitation: null, part: 1, given: answers },
      ...{ form: "screening", version: QUESTIONNAIRE.version, sourceChannel: "online" },
      sourceBy: asking.chance(0.8) ? "patient" : "helped",
    });
    await completeDraft(tx, (await responseById(tx.db, id))!, answers);
    await askedBefore(tx, held, asking.whole(20) + asking.next());
    await assessEntry(scope, store, actor, entry);
  });
}

async function decided(
  { scope, store, actor, asking }: DemoScreening,
  held: HeldEntry,
  readiness: Readiness,
  reason: string,
): Promise<void> {
  await store.commit(actor, "demo.screening", async (tx) => {
    const assessment = await assessEntry(scope, store, actor, held.id);
    const base = (await findReadiness(scope, tx.db, held.id))!.decisions[0]?.number ?? 0;
    const outcome = await decideReadiness(scope, store, actor, { entry: held.id, base, readiness, reason });
    if (outcome.kind !== "decided" || assessment === null)
      throw new Error(`The demo's decision on ${held.id} was ${outcome.kind}.`);
    const about = { organisation: held.organisation, site: held.entry.listingSite };
    const made = { entry: held.id, assessment, readiness: outcome.number, reason };
    const seen = readiness.screening === "fit" ? ("read" as const) : ("consultant" as const);
    await openedBefore(tx, held, 2 + asking.next() * 9);
    await insertDecision(tx, { ...made, kind: "confirmed", seen }, about);
  });
}

const DAY = 24 * 60 * 60_000;
const MINUTE = 60_000;
const before = (instant: string, milliseconds: number) =>
  new Date(Date.parse(instant) - milliseconds).toISOString();

/** That a patient who has answered was asked so many days before. */
async function askedBefore(tx: Tx, { id, organisation, entry }: HeldEntry, days: number): Promise<void> {
  const about = { organisation, site: entry.listingSite };
  const times = { createdAt: before(tx.at, days * DAY), expiresAt: before(tx.at, -40 * DAY) };
  const none = { revokedAt: null, wrongGuesses: 0, lastWrongAt: null, lockedUntil: null };
  const asked = {
    id: newId(),
    ...about,
    entry: id,
    purpose: "questions" as const,
    part: 1,
    createdBy: tx.by,
  };
  await tx.insert(invitation, { ...asked, ...times, ...none, completedAt: tx.at }, about);
}

/** That whoever decides opened the card so many minutes before. */
async function openedBefore(tx: Tx, { patient }: HeldEntry, minutes: number): Promise<void> {
  const look = { patient, page: "triage card", lookedBy: tx.by, lookedAt: before(tx.at, minutes * MINUTE) };
  await tx.insert(patientAccess, { id: newId(), ...look });
}
