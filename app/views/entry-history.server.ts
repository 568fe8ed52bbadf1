import { dateText } from "~/components/date-text";
import { columnWords, isPersonal } from "~/components/waiting-list/column-words";
import type { TheatreSession } from "~/domain/theatre";
import { store } from "~/store.server";
import { listAudit, type AuditLine } from "~db/audit";
import { earliestOffers } from "~db/earliest-offers";
import { listPatientAccess } from "~db/patient-access";
import { placementHistory } from "~db/placements";
import type { PlacementKind } from "~db/schema";
import type { Scope } from "~db/scope";
import { findSession } from "~db/theatre-sessions";
import { actorNames } from "./actor-names.server";

/** One thing that was done to an entry. */
export interface HistoryLine {
  id: string;
  at: string;
  who: string;
  what: string;
  changes: string[];
  /** Page that tells all of it; missing: there is none. */
  link?: string;
}

/** Somebody looked at the patient. */
export interface LookLine {
  at: string;
  who: string;
}

const WHAT: Record<string, string> = {
  "import.confirm": "Changed by an import",
  "readiness.decide": "Readiness decided",
  "demo.load": "Made with the demo",
  "patient.avoid-dates": "Days to avoid changed by the patient",
  "screening.decide": "Decided after screening",
};

const MOST_LINES = 100;

/**
 * What was done to an entry and to its place in theatre, newest first. Who may not see patients is not shown what it
 * says about the person.
 */
export async function entryHistory(
  scope: Scope,
  entry: string,
  patientKnown: boolean,
): Promise<HistoryLine[]> {
  const lines = [
    ...(await auditLines(scope, entry, patientKnown)),
    ...(await placeLines(scope, entry)),
    ...(await offerLines(scope, entry)),
  ];
  return lines.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

async function auditLines(scope: Scope, entry: string, patientKnown: boolean): Promise<HistoryLine[]> {
  const lines = await listAudit(scope, store().db, { subjectId: entry, limit: MOST_LINES });
  const names = await actorNames(lines.map(({ actor }) => actor));
  return lines.map((line) => ({
    id: String(line.seq),
    at: line.at,
    who: names(line.actor),
    what: whatOf(line),
    changes: changesOf(line, patientKnown),
  }));
}

const PLACED: Record<PlacementKind, string> = {
  placed: "Placed",
  moved: "Moved to another list",
  removed: "Taken out of its list",
};

async function placeLines(scope: Scope, entry: string): Promise<HistoryLine[]> {
  const { db } = store();
  const changes = await placementHistory(scope, db, entry);
  const names = await actorNames(changes.map(({ changedBy }) => changedBy));
  return Promise.all(
    changes.map(async ({ week, number, kind, session, changedAt, changedBy, reason }) => {
      const held = session === null ? null : await findSession(scope, db, session);
      const where = held ? sessionWords(held.session) : "";
      return {
        id: `${week} ${number}`,
        at: changedAt,
        who: names(changedBy),
        what: [PLACED[kind], where].filter(Boolean).join(": "),
        changes: reason === "" ? [] : [`Reason: ${reason}`],
      };
    }),
  );
}

/** The earliest reasonable offers that were kept: each can be replayed on its own page. */
async function offerLines(scope: Scope, entry: string): Promise<HistoryLine[]> {
  const offers = await earliestOffers(scope, store().db, entry);
  const names = await actorNames(offers.map(({ by }) => by));
  return offers.map(({ number, date, at, by }) => ({
    id: `offer ${number}`,
    ...{ at, who: names(by) },
    what: `Earliest reasonable offer: ${date ? dateText(date) : "none in the weeks that were looked at"}`,
    changes: [],
    link: `/waiting-list/${entry}/offers/${number}`,
  }));
}

function sessionWords({ date, start, theatre, site }: TheatreSession): string {
  return `${dateText(date)} at ${start}, ${theatre}, ${site}`;
}

function whatOf({ action, before, after, erased }: AuditLine): string {
  const what = WHAT[action] ?? action;
  if (erased) return `${what} (values erased)`;
  const came = isEmpty(before) && isRecord(after) && "entry" in after;
  return came ? "Came to the waiting list by an import" : what;
}

/** `Priority: P4, then P2`; nothing for an entry that is new, which the page shows as it is. */
function changesOf({ before, after }: AuditLine, patientKnown: boolean): string[] {
  if (!isRecord(after) || "entry" in after) return [];
  const was = isRecord(before) ? before : {};
  return Object.entries(after).flatMap(([label, value]) => {
    const kept = label.startsWith("file.");
    const column = kept ? label.slice("file.".length) : label;
    if (isPersonal(column) && !patientKnown) return [];
    if (column === "reason") return [`Reason: ${text(value)}`];
    const name = kept ? `${columnWords(column)} in the file` : columnWords(column);
    return text(was[label]) === text(value) ? [] : [`${name}: ${text(was[label])}, then ${text(value)}`];
  });
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;
const isEmpty = (value: unknown) => isRecord(value) && Object.keys(value).length === 0;

/** A value in words: lists by commas, a range of dates by its ends. */
function text(value: unknown): string {
  if (value === null || value === undefined || value === "") return "nothing";
  if (Array.isArray(value)) return value.length === 0 ? "nothing" : value.map(text).join(", ");
  if (!isRecord(value)) return String(value);
  const { from, to } = value;
  if (typeof from === "string" && typeof to === "string")
    return from === to ? dateText(from) : `${dateText(from)} to ${dateText(to)}`;
  return Object.values(value).map(text).join(" ");
}

/** Who looked at a patient, newest first; somebody's looks within an hour are one line. */
export async function patientLooks(scope: Scope, patient: string): Promise<LookLine[]> {
  const looks = await listPatientAccess(scope, store().db, patient);
  const names = await actorNames(looks.map(({ lookedBy }) => lookedBy));
  const seen = new Set<string>();
  return looks.flatMap(({ lookedAt, lookedBy }) => {
    const hour = `${lookedBy} ${lookedAt.slice(0, 13)}`;
    if (seen.has(hour)) return [];
    seen.add(hour);
    return [{ at: lookedAt, who: names(lookedBy) }];
  });
}
