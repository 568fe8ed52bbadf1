import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Answers } from "~/domain/perioperative/answers";
import type { WaitingListEntry } from "~/domain/waiting-list";
import { answerTicks } from "~/demo/answer-ticks";
import { contextAnswers } from "~/domain/perioperative/questionnaire/context";
import { QUESTIONNAIRE } from "~/facts/questionnaire";
import { recordFactsOf } from "~/services/questionnaire/record-facts.server";
import { assessEntry } from "~/services/triage/assess-entry.server";
import type { DecisionGiven } from "~/services/triage/decision-form.server";
import { holdStore } from "~/store.server";
import { newId } from "~db/new-id";
import { completeDraft, insertDraft, responseById } from "~db/questionnaire-responses";
import { findReadiness } from "~db/readiness";
import { assessmentsOfEntry, type HeldAssessment } from "~db/screening/assessments";
import { boardEntry } from "~db/screening/triage-board";
import { triageState } from "~/domain/perioperative/triage-state";
import { openStore, type Store } from "~db/store";
import { entriesForPlanning, findEntry } from "~db/waiting-list";
import { today } from "~/clock.server";
import { anEntry, givenHub, HUB, importEntries } from "../../db/given-hub";
import { answersOf, OLDER_ANSWERS, type Given } from "../../domain/perioperative/fit-patient";

const MIGRATIONS = join(import.meta.dirname, "../../../db/migrations");
export { HUB };
export const NURSE = { kind: "user", id: "nurse" } as const;
export const PATIENT = { kind: "command", name: "test" } as const;

/** Somebody of 34 with an inguinal hernia, whom nobody has screened. */
export const HERNIA_ENTRY: Partial<WaitingListEntry> = {
  ...{ birthDate: "1992-03-03", procedureCode: "T202", procedureText: "Hernia repair", nights: 0 },
  ...{ screening: "not_screened", fitFrom: null, fitUntil: null, hubSuitable: [], orderFlags: [] },
  ...{ screeningDate: null, criticalCare: false },
};

/** A hub with some entries, and what a test does with them. */
export interface TriageHub {
  store: Store;
  ids: string[];
  /** Completes a response with a fit person's answers but for these differences, and looks at the rules. */
  answer(entry: string, given?: Given["answers"]): Promise<HeldAssessment>;
  latest(entry: string): Promise<HeldAssessment>;
  state(entry: string, on?: string): Promise<string>;
  /** A decision on the latest assessment and readiness, as the form gives it. */
  decision(entry: string, more?: Partial<DecisionGiven>): Promise<DecisionGiven>;
  close(): Promise<void>;
}

/** Makes a hub on a file of its own. */
export async function triageHub(...facts: Partial<WaitingListEntry>[]): Promise<TriageHub> {
  const folder = mkdtempSync(join(tmpdir(), "hublist-triage-"));
  const store = holdStore(await openStore({ file: join(folder, "hublist.db"), migrations: MIGRATIONS }));
  await givenHub(store);
  const entries = (facts.length > 0 ? facts : [{}]).map((own, at) =>
    anEntry({ ...HERNIA_ENTRY, pathwayId: `PP${at}`, patientId: `L${at}`, nhsNumber: null, ...own }),
  );
  await importEntries(store, entries);
  const held = await entriesForPlanning(HUB, store.db, "RQM");
  const latest = async (entry: string) => (await assessmentsOfEntry(HUB, store.db, entry))[0]!;
  return {
    store,
    ids: held.map(({ id }) => id),
    async answer(entry, answers = {}) {
      await respond(store, entry, { ...OLDER_ANSWERS, ...answersOf({ answers }) });
      await assessEntry(HUB, store, PATIENT, entry);
      return latest(entry);
    },
    latest,
    async state(entry, on = today()) {
      const one = (await boardEntry(HUB, store.db, entry, on, store.now()))!;
      const { state, reopened } = triageState(one, on);
      return reopened === null ? state : `${state}, ${reopened}`;
    },
    async decision(entry, more = {}) {
      const readiness = (await findReadiness(HUB, store.db, entry))!;
      return {
        ...{ screening: "fit", seen: "read", fitFrom: null, fitUntil: "2027-02-20", hubs: ["RQM02"] },
        ...{ reason: "", read: false, base: readiness.decisions[0]?.number ?? 0 },
        assessment: (await latest(entry)).number,
        ...more,
      };
    },
    close: async () => {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/**
 * Keeps a completed response with these answers, as they would be given page by page. `ticks`: boxes that say something
 * else than the answers do.
 */
export async function respond(
  store: Store,
  entry: string,
  given: Answers,
  ticks: Answers = {},
): Promise<void> {
  await store.commit(PATIENT, "questionnaire.complete", async (tx) => {
    const id = newId();
    const held = (await findEntry(HUB, tx.db, entry))!;
    const record = contextAnswers(QUESTIONNAIRE, recordFactsOf(held.entry), today());
    const answers = { ...given, ...answerTicks(QUESTIONNAIRE, given), ...ticks, ...record };
    await insertDraft(tx, {
      ...{ id, entry, organisation: "RQM", site: "RQM01", invitation: null, part: 1, given: answers },
      ...{ form: "screening", version: QUESTIONNAIRE.version, sourceBy: "staff", sourceChannel: "phone" },
    });
    await completeDraft(tx, (await responseById(tx.db, id))!, answers);
  });
}
