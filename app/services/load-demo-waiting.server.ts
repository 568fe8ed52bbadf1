import { Random } from "~/demo/random";
import { addDays, type IsoDate } from "~/domain/calendar";
import { contactChannel } from "~/domain/perioperative/invitation/contact-channel";
import type { Answers } from "~/domain/perioperative/answers";
import { reviewDue, type Harm, type ReviewOutcome } from "~/domain/perioperative/review/long-wait-review";
import { DISCUSSED } from "~/domain/perioperative/shared-decision/shared-decision";
import { DEFAULT_SETTINGS } from "~/domain/workspace-settings";
import { currentForm } from "~/facts/questionnaire";
import type { Actor } from "~db/actor";
import type { Tx } from "~db/commit";
import { newId } from "~db/new-id";
import { placedEntries } from "~db/placed-dates";
import { invitation, message, sharedDecision, waitingReview } from "~db/schema";
import { completeDraft, insertDraft, responseById } from "~db/questionnaire-responses";
import { latestAssessments } from "~db/screening/assessments";
import { raiseTasks } from "~db/screening/care-tasks";
import type { Scope } from "~db/scope";
import type { Store } from "~db/store";
import { entriesForPlanning, type HeldEntry } from "~db/waiting-list";
import { actOnCheckIn } from "./check-in/act-on-check-in.server";
import { assessEntry } from "./triage/assess-entry.server";

/** Check-ins of a demo that nobody has answered, and of those, patients whom somebody is to call. */
const ASKED = 12;
const TO_CALL = 4;
/** Of so many fit or booked patients one has no stage of the decision yet, and one the first alone. */
const UNDECIDED = 20;

interface Demo {
  scope: Scope;
  store: Store;
  actor: Actor;
  today: IsoDate;
  random: Random;
}

/** Gives a demo what happens while patients wait: check-ins, reviews and both stages of shared decisions. */
export async function loadDemoWaiting(
  store: Store,
  actor: Actor,
  scope: Scope,
  today: IsoDate,
): Promise<void> {
  const demo: Demo = { scope, store, actor, today, random: new Random(1, "waiting") };
  await store.commit(actor, "demo.waiting", async (tx) => {
    const all = await entriesForPlanning(scope, tx.db, scope.organisations[0]!);
    await reviews(tx, demo, all);
    await decisions(tx, demo, all);
    await checkIns(tx, demo, all);
  });
}

/** Most were reviewed in time, a few are due today, and some are late. */
async function reviews(tx: Tx, { today, random }: Demo, all: readonly HeldEntry[]): Promise<void> {
  const settings = DEFAULT_SETTINGS.all;
  const rows = all.flatMap(({ id, entry }) => {
    const due = reviewDue(
      { clockStart: entry.clockStart, cancer: entry.cancer, last: null },
      settings,
      today,
    );
    if (!due) return [];
    const every = due.kind === "cancer" ? settings.cancerReviewDays : settings.longReviewDays;
    const ago = random.weighted([
      [random.whole(every), 85],
      [every, 6],
      [every + 1 + random.whole(every), 9],
    ]);
    const reviewedOn = addDays(today, -ago);
    if (reviewedOn < entry.clockStart) return [];
    const [harm, outcome, note] = random.weighted(FOUND);
    const found = { kind: due.kind, reviewedOn, harm, outcome, note, nextOn: null };
    return [{ entry: id, number: 1, ...found, by: tx.by, at: tx.at }];
  });
  await inParts(rows, (part) => tx.insert(waitingReview, part, aboutOf(all[0]!)));
}

const FOUND: readonly (readonly [readonly [Harm, ReviewOutcome, string], number])[] = [
  [["none", "sameWay", ""], 80],
  [["none", "seeAgain", "Wants to talk about the wait"], 8],
  [["low", "sooner", "More pain at night, works less"], 8],
  [["moderate", "changePriority", "Walks with a frame since the summer"], 3],
  [["notKnown", "seeAgain", "Could not be reached twice"], 1],
];

/** Both stages for nearly all who are fit or booked. */
async function decisions(tx: Tx, demo: Demo, all: readonly HeldEntry[]): Promise<void> {
  const { scope, store, actor, today, random } = demo;
  const placed = new Set((await placedEntries(tx.db, today)).map((row) => row.entry));
  const booked = (held: HeldEntry) => placed.has(held.id) || (held.entry.tciDate ?? "") >= today;
  const first = (held: HeldEntry) => (booked(held) ? 0 : 1);
  const chosen = all
    .filter((held) => booked(held) || held.entry.screening === "fit")
    .sort((a, b) => first(a) - first(b) || (a.entry.clockStart < b.entry.clockStart ? -1 : 1));
  const rows = chosen.flatMap(({ id, entry }, at) => {
    const heldBy = `Consultant ${entry.consultant ?? "of the team"}`;
    const one = addDays(entry.decisionToAdmit, -random.whole(14));
    const two = addDays(one, 7 + random.whole(14));
    const common = { entry: id, heldBy, note: "", by: tx.by, at: tx.at };
    const stageOne = {
      ...{ ...common, number: 1, stage: "one" as const, heldOn: one },
      ...{ discussed: [...DISCUSSED], choice: "moreTime" as const },
    };
    const stageTwo = {
      ...{ ...common, number: 2, stage: "two" as const, heldOn: two < today ? two : today },
      ...{ discussed: [], choice: "operation" as const },
    };
    if (at % UNDECIDED === 5) return [];
    return at % UNDECIDED === 7 ? [stageOne] : [stageOne, stageTwo];
  });
  await inParts(rows, (part) => tx.insert(sharedDecision, part, aboutOf(all[0]!)));
  // Rule G05 looks at the stages: whoever was judged before them is judged again.
  const ids = chosen.map(({ id }) => id);
  for (const id of (await latestAssessments(scope, tx.db, ids)).keys())
    await assessEntry(scope, store, actor, id);
}

/** Some were asked and have not answered, a few of them are to be called, and some have answered. */
async function checkIns(tx: Tx, demo: Demo, all: readonly HeldEntry[]): Promise<void> {
  const { today } = demo;
  const due = all.filter(
    ({ entry }) =>
      entry.decisionToAdmit <= addDays(today, -84) && entry.tciDate === null && entry.screening === "fit",
  );
  const few = Math.min(1, due.length / (ASKED + ANSWERS.length));
  const asked = due.slice(0, Math.floor(ASKED * few));
  const toCall = Math.floor(TO_CALL * few);
  for (const [at, held] of asked.entries()) await ask(tx, held, at < toCall ? 22 : 1 + at);
  await raiseTasks(
    tx,
    asked.slice(0, toCall).map((held) => ({
      ...{ ...aboutOf(held), entry: held.id, kind: "noReply" as const, about: "check-in", urgent: false },
      words: "Call the patient about the check-in: how they are while they wait: no answer after 2 reminders",
    })),
  );
  const answering = due.slice(asked.length, asked.length + ANSWERS.length);
  for (const [at, held] of answering.entries()) await answer(tx, demo, held, ANSWERS[at]!);
}

async function ask(tx: Tx, held: HeldEntry, daysAgo: number): Promise<void> {
  const about = aboutOf(held);
  const sentAt = new Date(Date.parse(tx.at) - daysAgo * DAY).toISOString();
  const id = newId();
  const untouched = { completedAt: null, revokedAt: null, wrongGuesses: 0, lastWrongAt: null };
  await tx.insert(
    invitation,
    {
      ...{ id, ...about, entry: held.id, purpose: "checkIn", part: 1, createdBy: tx.by, createdAt: sentAt },
      ...{ ...untouched, lockedUntil: null, expiresAt: new Date(Date.parse(tx.at) + 38 * DAY).toISOString() },
    },
    about,
  );
  const channel = contactChannel(held.entry.details);
  await tx.insert(
    message,
    {
      ...{ id: newId(), ...about, entry: held.id, kind: "checkIn", channel, invitation: id },
      // Posted on that day: what lies in the outbox has a file there.
      ...{ state: "sent", queuedAt: sentAt, doneAt: sentAt, fault: "", via: "file" },
    },
    about,
  );
}

const DAY = 24 * 60 * 60_000;

const WELL: Answers = {
  ...{ still_want: "yes", ci_signs: ["none"], ci_health: "same", condition_change: "same" },
  ...{ ci_medicines: "no", ci_contact: "no", ci_dates: "no", ci_short_notice: "yes", ci_help: "no" },
};

const ANSWERS: readonly Answers[] = [
  WELL,
  { ...WELL, ci_short_notice: "no", ci_dates: "yes", ci_dates_what: "12 to 26 December" },
  { ...WELL, condition_change: "worse", ci_help: "yes", ci_help_what: "I cannot manage the stairs" },
  {
    ...WELL,
    ci_health: "changed",
    ci_health_what: "I was told I have diabetes",
    ci_medicines: "yes",
    ci_medicines_what: "Metformin",
  },
  {
    ...WELL,
    ci_signs: ["hospital", "infection"],
    ci_health: "worse",
    ci_health_what: "A week in hospital with pneumonia",
  },
  { ...WELL, still_want: "unsure" },
  { still_want: "no", ci_contact: "yes", ci_contact_what: "I have moved: 4 Mill Lane", ci_help: "no" },
  WELL,
];

/** As somebody of staff enters what a patient says on the phone. */
async function answer(
  tx: Tx,
  { scope, store, actor }: Demo,
  held: HeldEntry,
  answers: Answers,
): Promise<void> {
  const id = newId();
  const questionnaire = currentForm("checkIn");
  const about = aboutOf(held);
  await insertDraft(tx, {
    ...{ id, ...about, entry: held.id, invitation: null, form: "checkIn", part: 1 },
    ...{ version: questionnaire.version, given: answers, sourceBy: "staff", sourceChannel: "phone" },
  });
  await completeDraft(tx, (await responseById(tx.db, id))!, answers);
  await actOnCheckIn(tx, { ...about, entry: held.id, questionnaire, saidBy: "staff" }, answers);
  await assessEntry(scope, store, actor, held.id);
}

const aboutOf = ({ organisation, entry }: HeldEntry) => ({ organisation, site: entry.listingSite });

const AT_ONCE = 100;

async function inParts<Row>(rows: readonly Row[], write: (part: Row[]) => Promise<void>): Promise<void> {
  for (let at = 0; at < rows.length; at += AT_ONCE) await write(rows.slice(at, at + AT_ONCE));
}
