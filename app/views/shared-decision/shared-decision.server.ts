import type { User } from "~/auth/visitor.server";
import { today } from "~/clock.server";
import type { IsoDate } from "~/domain/calendar";
import { decisionStanding, type DecisionGap } from "~/domain/perioperative/shared-decision/shared-decision";
import { settingsAt } from "~/domain/workspace-settings";
import { hasDate } from "~/services/triage/assess-entry.server";
import { store } from "~/store.server";
import { procedureInFull } from "~/facts/procedure-words";
import { recordPatientAccess } from "~db/patient-access";
import type { Scope } from "~db/scope";
import { sharedDecisions, type SharedDecision } from "~db/shared-decisions";
import { findEntry, type HeldEntry } from "~db/waiting-list";
import { currentSettings } from "~db/workspace-settings";
import { actorNames } from "../actor-names.server";
import { nameShown } from "../entry-words";

/** A stage as it was recorded, with who recorded it. */
export interface StageShown extends Pick<
  SharedDecision,
  "number" | "stage" | "heldOn" | "heldBy" | "discussed" | "choice" | "note"
> {
  recordedBy: string;
  recordedAt: string;
  /** A later record of the same stage counts in its place. */
  counts: boolean;
}

/** How the shared decision of an entry stands. */
export interface DecisionShown {
  complete: boolean;
  gaps: DecisionGap[];
  /** They have a date, and the decision is not complete. */
  bookedBefore: boolean;
  /** Latest first. */
  stages: StageShown[];
  mayRecord: boolean;
}

/** How the shared decision of an entry in scope stands. */
export async function decisionShown(user: User, scope: Scope, held: HeldEntry): Promise<DecisionShown> {
  const { db } = store();
  const { id, organisation, entry } = held;
  const records = (await sharedDecisions(scope, db, [id])).get(id) ?? [];
  const { settings } = await currentSettings(scope, db, organisation);
  const { one, two, ...standing } = decisionStanding(
    records,
    settingsAt(settings, entry.listingSite).reflectionDays,
  );
  const names = await actorNames(records.map(({ by }) => by));
  return {
    ...standing,
    bookedBefore: !standing.complete && held.state === "listed" && (await hasDate(db, held)),
    stages: records
      .map(({ entry: _, by, at, ...stage }) => ({
        ...stage,
        ...{ recordedBy: names(by), recordedAt: at },
        counts: stage.number === one?.number || stage.number === two?.number,
      }))
      .reverse(),
    mayRecord: held.state === "listed" && user.scope("decision.record").sites.includes(entry.listingSite),
  };
}

/** The page on which a stage is recorded. */
export interface RecordStagePage extends DecisionShown {
  id: string;
  name: string;
  procedure: string;
  today: IsoDate;
  reflectionDays: number;
  /** Number of the last record. */
  base: number;
}

/** The page of an entry that waits, and a note of the look; null: none in scope. */
export async function recordStagePage(user: User, scope: Scope, id: string): Promise<RecordStagePage | null> {
  const { db } = store();
  const held = await findEntry(scope, db, id);
  if (held === null || held.state !== "listed") return null;
  const known = user.scope("patient.view").sites.includes(held.entry.listingSite);
  const look = { patients: [held.patient], page: "shared decision" };
  if (known) await recordPatientAccess(store(), { kind: "user", id: user.id }, look);
  const shown = await decisionShown(user, scope, held);
  const { settings } = await currentSettings(scope, db, held.organisation);
  return {
    ...shown,
    ...{ id, today: today(), procedure: procedureInFull(held.entry), base: shown.stages[0]?.number ?? 0 },
    reflectionDays: settingsAt(settings, held.entry.listingSite).reflectionDays,
    name: known ? nameShown(held.entry.details) || held.entry.patientId : held.entry.pathwayId,
  };
}
