import type { User } from "~/auth/visitor.server";
import { today } from "~/clock.server";
import type { IsoDate } from "~/domain/calendar";
import { reviewDue, type ReviewDue } from "~/domain/perioperative/review/long-wait-review";
import { weeksWaited } from "~/domain/rtt-clock";
import { settingsAt } from "~/domain/workspace-settings";
import { store } from "~/store.server";
import { procedureInFull } from "~/facts/procedure-words";
import { recordPatientAccess } from "~db/patient-access";
import type { Scope } from "~db/scope";
import { findEntry, type HeldEntry } from "~db/waiting-list";
import { reviewsOfEntries } from "~db/waiting-reviews";
import { currentSettings } from "~db/workspace-settings";
import { actorNames } from "../actor-names.server";
import { nameShown } from "../entry-words";
import { reviewShown, type DoneRow } from "./reviews.server";

/** The page on which a review is recorded. */
export interface ReviewPage {
  id: string;
  today: IsoDate;
  name: string;
  procedure: string;
  priority: HeldEntry["entry"]["priority"];
  cancer: boolean;
  clockStart: IsoDate;
  weeks: number;
  due: ReviewDue;
  everyDays: number;
  /** Number of the last review. */
  base: number;
  /** Latest first. */
  before: Omit<DoneRow, "id" | "name">[];
}

/** The review of an entry in scope, and a note of the look; null: none that is owed one. */
export async function reviewPage(user: User, scope: Scope, id: string): Promise<ReviewPage | null> {
  const { db } = store();
  const day = today();
  const held = await findEntry(scope, db, id);
  if (held === null || held.state !== "listed") return null;
  const { entry, organisation, patient } = held;
  const settings = settingsAt((await currentSettings(scope, db, organisation)).settings, entry.listingSite);
  const reviews = (await reviewsOfEntries(scope, db, [id])).get(id) ?? [];
  const { clockStart, cancer } = entry;
  const last = reviews.at(-1) ?? null;
  const due = reviewDue({ clockStart, cancer, last }, settings, day);
  if (due === null) return null;
  const known = user.scope("patient.view").sites.includes(entry.listingSite);
  const look = { patients: [patient], page: "review of a long wait" };
  if (known) await recordPatientAccess(store(), { kind: "user", id: user.id }, look);
  const names = await actorNames(reviews.map(({ by }) => by));
  return {
    ...{ id, today: day, due, clockStart, cancer, priority: entry.priority, base: last?.number ?? 0 },
    name: known ? nameShown(entry.details) || entry.patientId : entry.pathwayId,
    procedure: procedureInFull(entry),
    weeks: weeksWaited(clockStart, day),
    everyDays: due.kind === "cancer" ? settings.cancerReviewDays : settings.longReviewDays,
    before: reviews.map((one) => reviewShown(one, names)).reverse(),
  };
}
