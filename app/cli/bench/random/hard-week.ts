import { addDays } from "~/domain/calendar";
import type { SharedResource, TheatreSession } from "~/domain/theatre";
import type { WaitingListEntry } from "~/domain/waiting-list";
import type { DemoHub } from "~/demo/hub";
import { Random } from "~/demo/random";
import type { RandomWeek } from "./random-week";

type Rows = Pick<DemoHub, "entries" | "sessions" | "resources">;
type Dates = Pick<RandomWeek, "number" | "weekStart" | "planDate">;

/**
 * The same rows with the rare cases of every rule: sessions with a limit on cases, of two specialties, without a surgeon,
 * with another's surgeon, closed or for children; urgent entries, days on which fitness ends, wide durations, patients on
 * the list twice, nobody's patients, operations longer than any session; and resources of which there is none.
 */
export function hardened({ entries, sessions, resources }: Rows, week: Dates): Rows {
  const random = new Random(week.number, "hard week");
  return {
    sessions: sessions.map((session) => hardSession(session, sessions, random)),
    entries: entries.map((entry) => hardEntry(entry, entries, week, random)),
    resources: resources.map((resource) => hardResource(resource, random)),
  };
}

function hardSession(
  session: TheatreSession,
  all: readonly TheatreSession[],
  random: Random,
): TheatreSession {
  const hard = { ...session };
  if (random.chance(0.4)) hard.maxCases = 2 + random.whole(6);
  const code = random.pick(all).treatmentFunctions[0]!;
  if (random.chance(0.1) && !hard.treatmentFunctions.includes(code))
    hard.treatmentFunctions = [...hard.treatmentFunctions, code];
  if (random.chance(0.05)) hard.surgeons = [];
  else if (random.chance(0.06)) hard.surgeons = random.pick(all).surgeons;
  if (random.chance(0.05)) hard.status = "closed";
  if (random.chance(0.1)) hard.paediatric = true;
  return hard;
}

function hardEntry(
  entry: WaitingListEntry,
  all: readonly WaitingListEntry[],
  { weekStart, planDate }: Dates,
  random: Random,
): WaitingListEntry {
  const hard = { ...entry };
  if (random.chance(0.005)) {
    hard.priority = "P1b";
    hard.decisionToAdmit = addDays(planDate, -2);
    hard.lastPriorityReview = hard.decisionToAdmit;
    if (hard.clockStart > hard.decisionToAdmit) hard.clockStart = hard.decisionToAdmit;
  }
  if (random.chance(0.15) && hard.screening === "fit")
    hard.fitUntil = addDays(weekStart, random.whole(12) - 4);
  if (random.chance(0.05)) hard.minutesDeviation = Math.round(hard.minutes * (0.5 + 0.5 * random.next()));
  if (random.chance(0.03)) hard.consultant = null;
  if (random.chance(0.02)) Object.assign(hard, personOf(random.pick(all)));
  if (random.chance(0.01)) hard.screening = "unfit";
  if (random.chance(0.004)) hard.minutes = 600 + random.whole(60);
  if (random.chance(0.01)) hard.offerBy = addDays(weekStart, random.whole(10));
  if (random.chance(0.01)) hard.hubSuitable = hard.otherSites.slice(0, 1);
  return hard;
}

/** What makes two entries those of one patient. */
function personOf({ patientId, nhsNumber, birthDate, gender, ethnicCategory, details }: WaitingListEntry) {
  return { patientId, nhsNumber, birthDate, gender, ethnicCategory, details };
}

function hardResource(resource: SharedResource, random: Random): SharedResource {
  return resource.resource !== "bed" && random.chance(0.05) ? { ...resource, quantity: 0 } : resource;
}
