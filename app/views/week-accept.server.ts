import type { User } from "~/auth/visitor.server";
import { dateText, instantText } from "~/components/date-text";
import type { IsoDate } from "~/domain/calendar";
import { counted } from "~/domain/figure-words";
import type { AcceptOutcome } from "~/services/accept-plan.server";
import { store } from "~/store.server";
import type { PlacementChange } from "~db/placement-changes";
import type { Scope } from "~db/scope";
import { listSessions, weekSpan } from "~db/theatre-sessions";
import { personFacts } from "./week-case";
import { actorName, peopleOf, type People } from "./week-people.server";

/** Why a plan was not accepted: what somebody else changed, or what no longer holds. */
export interface AcceptRefusal {
  heading: string;
  sentence: string;
  /** What to do now. */
  advice: string;
  lines: { key: string; patient: string; link: string | null; what: string }[];
  /** Lines that are not shown. */
  more: number;
}

type Refused = Extract<AcceptOutcome, { kind: "changedSince" | "outdated" }>;

const SHOWN = 50;

/** Puts into words why a plan was not accepted. */
export async function acceptRefusal(user: User, scope: Scope, outcome: Refused): Promise<AcceptRefusal> {
  return outcome.kind === "changedSince"
    ? changedSinceWords(user, scope, outcome)
    : outdated(user, scope, outcome);
}

/** What somebody else has changed of a week, case by case. */
export async function changedSinceWords(
  user: User,
  scope: Scope,
  { changes, week, organisation }: { changes: PlacementChange[]; week: IsoDate; organisation: string },
): Promise<AcceptRefusal> {
  const shown = changes.slice(0, SHOWN);
  const people = await peopleNamed(user, scope, {
    organisation,
    week,
    entries: shown.map(({ entry }) => entry),
  });
  const sessions = await sessionWords(scope, week, organisation);
  const last = changes.at(-1);
  const who = last
    ? `${await actorName(last.changedBy)} on ${instantText(new Date(last.changedAt))}`
    : "Somebody";
  return {
    heading: "Somebody else has changed this week since you opened it",
    sentence: `${who}: ${counted(changes.length, "change")}. Nothing of theirs was overwritten, and nothing of yours was saved.`,
    advice: "Look at the week as it stands now, then plan it again or accept the plan all the same.",
    lines: shown.map((change) => ({
      key: String(change.number),
      ...named(people, change.entry, week),
      what: whatChanged(change, sessions),
    })),
    more: changes.length - shown.length,
  };
}

async function outdated(
  user: User,
  scope: Scope,
  { lost, week, organisation }: Extract<Refused, { kind: "outdated" }>,
): Promise<AcceptRefusal> {
  const shown = lost.slice(0, SHOWN);
  const entries = shown.flatMap(({ entry }) => (entry === "" ? [] : [entry]));
  const people = await peopleNamed(user, scope, { organisation, week, entries });
  return {
    heading: "This plan no longer holds",
    sentence: `Since it was made, patients or sessions have changed: ${counted(lost.length, "place")} ${lost.length === 1 ? "is" : "are"} not possible any more. Nothing was changed.`,
    advice: "Plan the week again: it takes the changes in.",
    lines: shown.map(({ entry, sessionId, sentence }, at) => ({
      key: `${at}`,
      ...(entry === "" ? { patient: `Session ${sessionId}`, link: null } : named(people, entry, week)),
      what: sentence,
    })),
    more: lost.length - shown.length,
  };
}

interface PeopleNamed {
  organisation: string;
  week: IsoDate;
  entries: string[];
}

async function peopleNamed(
  user: User,
  scope: Scope,
  { organisation, week, entries }: PeopleNamed,
): Promise<People> {
  const page = `/weeks/${week}/accept`;
  return peopleOf(user, {
    organisation,
    sites: scope.sites,
    entries: entries.map((entry) => ({ entry })),
    page,
  });
}

function named(people: People, entry: string, on: IsoDate) {
  const { patient, link } = personFacts(people.get(entry), "A patient", on);
  return { patient, link };
}

type SessionWords = (session: string | null) => string;

async function sessionWords(scope: Scope, week: IsoDate, organisation: string): Promise<SessionWords> {
  const held = await listSessions(scope, store().db, weekSpan(week), organisation);
  const known = new Map(held.map(({ id, session }) => [id, session]));
  return (session) => {
    const found = known.get(session ?? "");
    return found ? `${found.theatre}, ${dateText(found.date, "short")}, ${found.start}` : "a session";
  };
}

function whatChanged({ kind, session }: PlacementChange, words: SessionWords): string {
  if (kind === "removed") return "lost their place";
  return kind === "moved" ? `moved to ${words(session)}` : `placed in ${words(session)}`;
}
