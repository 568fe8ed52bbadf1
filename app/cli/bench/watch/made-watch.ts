import { generateHub } from "~/demo/hub";
import { Random } from "~/demo/random";
import { inventAnswers } from "~/demo/screening";
import { addDays, type IsoDate } from "~/domain/calendar";
import { contextAnswers } from "~/domain/perioperative/questionnaire/context";
import { QUESTIONNAIRE } from "~/facts/questionnaire";
import { suggestNow } from "~/services/preparation/suggest-now.server";
import { recordFactsOf } from "~/services/questionnaire/record-facts.server";
import { assessNow } from "~/services/triage/assess-entry.server";
import type { Actor } from "~db/actor";
import type { Tx } from "~db/commit";
import { confirmImport } from "~db/imports";
import { stageWaitingList } from "~db/imports/stage-waiting-list";
import { newId } from "~db/new-id";
import { insertPlan } from "~db/preparation/plans";
import { questionnaireResponse } from "~db/schema";
import type { Scope } from "~db/scope";
import { insertAssessment } from "~db/screening/assessments";
import type { Store } from "~db/store";
import { entriesForPlanning, type HeldEntry } from "~db/waiting-list";
import { makeHub, manyOf } from "../store";

const ACTOR: Actor = { kind: "command", name: "bench" };
const A_COMMIT = 200;

/** Makes a list of patients who have answered, were assessed by rules that are outdated, and have a plan each. */
export async function makeWatched(store: Store, today: IsoDate, patients: number): Promise<void> {
  const hub = generateHub({ weekStart: today, planDate: today });
  const scope = await makeHub(store, hub);
  const organisation = scope.organisations[0]!;
  const upload = { organisation, sites: scope.sites, fileName: "bench.csv", sha256: "0".repeat(64) };
  const rows = manyOf(hub, patients).map((entry) => ({ entry, unknown: {} }));
  const { id } = await stageWaitingList(store, ACTOR, upload, { rows, faults: [], refused: [] }, today);
  await confirmImport(scope, store, ACTOR, id, today);
  const all = await entriesForPlanning(scope, store.db, organisation);
  const random = new Random(1, "watch bench");
  for (let from = 0; from < all.length; from += A_COMMIT)
    await store.commit(ACTOR, "bench.watch", async (tx) => {
      for (const held of all.slice(from, from + A_COMMIT)) await makeOne(tx, scope, held, { today, random });
    });
}

async function makeOne(
  tx: Tx,
  scope: Scope,
  held: HeldEntry,
  { today, random }: { today: IsoDate; random: Random },
): Promise<void> {
  const { id: entry, organisation } = held;
  const about = { organisation, site: held.entry.listingSite };
  const record = contextAnswers(QUESTIONNAIRE, recordFactsOf(held.entry), today);
  const answers = { ...inventAnswers(held.entry, random), ...record };
  const at = `${addDays(today, -10)}T10:00:00.000Z`;
  await tx.insert(questionnaireResponse, {
    ...{ id: newId(), ...about, entry, invitation: null, part: 1, given: answers, answers, revision: 1 },
    ...{ form: "screening", version: QUESTIONNAIRE.version, sourceChannel: "online", sourceBy: "patient" },
    ...{ state: "completed", startedAt: at, savedAt: at, savedBy: tx.by, completedAt: at },
  });
  const { assessment, kept, answers: latest } = await assessNow(scope, tx.db, held);
  const { route, risk, hub, lowRisk } = assessment;
  const made = { entry, response: latest!.response, route, risk, hub, lowRisk, content: kept };
  const outdated = { ruleSet: "before", settings: "before", urgent: false, checkIn: null };
  await insertAssessment(tx, { ...made, ...outdated }, about);
  const now = (await suggestNow(scope, tx.db, held))!;
  const { surgeryOn, content } = now;
  // Every tenth lacks an action by now, and what staff had to do is late.
  const items = random.chance(0.1) ? content.items.slice(1) : content.items;
  const plan = { entry, assessment: 1, surgeryOn, reason: "", content: { ...content, items } };
  await insertPlan(tx, { ...plan, earliestReady: content.earliestReady }, about);
}
