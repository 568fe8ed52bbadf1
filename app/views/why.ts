import type { IsoDate } from "~/domain/calendar";
import { counted, number } from "~/domain/figure-words";
import type { CaseWhy, WhatWouldChange } from "~/domain/plan-reasons";
import { MEASURES, type MeasureName } from "~/domain/policy";
import { capitalised, moreWords, type ReasonNames } from "~/domain/reason-words";
import type { RecordedCase, UnplacedRecord } from "~/domain/week-record";
import { askOf, askText } from "./figure-ask";
import { personFacts } from "./week-case";
import type { People } from "./week-people.server";
import { recordWords } from "./week-unplaced";

/** What a page about one entry of a plan is told from. */
export interface WhyTold {
  run: string;
  names: ReasonNames;
  /** True figures may be asked for. */
  mayAsk: boolean;
  people: People;
  week: IsoDate;
}

/** Somebody else, and the page that tells why they are or are not in the plan. */
export interface PersonNamed {
  entry: string;
  patient: string;
  why: string;
}

/** Why a case stands on its list. */
export interface WhyPlaced {
  session: string;
  start: string;
  because: string;
  points: { label: string; points: string }[];
  total: string;
  /** A person or a booking keeps it there, so nothing else was weighed. */
  kept: boolean;
  instead: { people: PersonNamed[]; sentence: string };
  elsewhere: { session: string; loss: string; displaced: PersonNamed[] }[];
  couldGo: string;
}

/** Why an entry has no place, and what would change that. */
export interface WhyUnplaced {
  reason: string;
  detail: string;
  /** It could have gone somewhere and others went first. */
  capacity: boolean;
  nearest: { session: string; displaced: PersonNamed[]; sentence: string; ask: string | null } | null;
  changes: { words: string; points: string; note: string; ask: string | null }[];
}

const LABELS: Record<MeasureName, string> = {
  urgent: "Urgency",
  waiting: "Long wait",
  minutes: "Theatre time filled",
  dayCaseHub: "Day case, and hub procedure in a hub",
  weeksWaited: "Weeks waited",
};

/** Puts why a case stands where it stands into words. */
export function whyPlaced(
  { planned, sessionId, why }: { planned: RecordedCase; sessionId: string; why: CaseWhy<string> },
  told: WhyTold,
): WhyPlaced {
  const { points, instead, elsewhere, couldGo } = why;
  const total = MEASURES.reduce((sum, measure) => sum + points[measure], 0);
  const others = couldGo - 1;
  return {
    session: told.names.session(sessionId),
    start: planned.start,
    because: planned.because,
    points: MEASURES.filter((measure) => points[measure] > 0).map((measure) => ({
      label: LABELS[measure],
      points: number(points[measure]),
    })),
    total: number(total),
    kept: /^(Booked|Pinned) here/.test(planned.because),
    instead: { people: named(instead.entries, told), sentence: insteadSentence(instead) },
    elsewhere: elsewhere.map(({ sessionId: other, loss, displaced }) => ({
      session: told.names.session(other),
      loss: lossWords(loss),
      displaced: named(displaced, told),
    })),
    couldGo:
      others === 0
        ? "It could go nowhere else this week."
        : `It could also go into ${counted(others, "other session")}.`,
  };
}

function insteadSentence({ entries, loss }: CaseWhy<string>["instead"]): string {
  if (entries.length === 0)
    return `Nobody who waits would fit in its place: the plan would lose ${pointsWords(loss)}.`;
  if (loss <= 0) return "The plan would lose nothing by that: the two are worth the same to it.";
  return `The plan would lose about ${pointsWords(loss)} by that.`;
}

function lossWords(loss: number): string {
  return loss <= 0 ? "Nothing: as good" : `About ${number(loss)}`;
}

function pointsWords(points: number): string {
  return counted(points, "point");
}

/** Puts why an entry has no place into words. */
export function whyUnplaced(record: UnplacedRecord, told: WhyTold): WhyUnplaced {
  const { reason, detail, nearest, changes = [], entry } = record;
  return {
    reason: recordWords(record),
    detail,
    capacity: reason === "capacity",
    nearest: nearest
      ? {
          session: told.names.session(nearest.sessionId),
          displaced: named(nearest.displaced, told),
          sentence: changeWords(nearest.change),
          ask: told.mayAsk ? askText({ kind: "force", entry, sessionId: nearest.sessionId }) : null,
        }
      : null,
    changes: changes.map((change) => changeRow(change, entry, told)),
  };
}

function changeWords(change: number): string {
  if (change === 0) return "The score would stay the same.";
  return `The score would ${change < 0 ? "fall" : "rise"} by about ${pointsWords(Math.abs(change))}.`;
}

function changeRow(
  { what, points, displaced, othersFirst }: WhatWouldChange,
  entry: string,
  { names, mayAsk }: WhyTold,
) {
  const ask = mayAsk ? askOf(what, entry) : null;
  const notes = [
    displaced > 0 ? `${counted(displaced, "patient")} would make way` : "",
    othersFirst ? "somebody else would gain more from the same" : "",
  ].filter(Boolean);
  return {
    words: capitalised(moreWords(what, names)),
    points: number(points),
    note: capitalised(notes.join("; ")),
    ask: ask && askText(ask),
  };
}

function named(entries: readonly string[], { people, run, week }: WhyTold): PersonNamed[] {
  return entries.map((entry) => ({
    entry,
    patient: personFacts(people.get(entry), "Another patient", week).patient,
    why: `/runs/${run}/why/${entry}`,
  }));
}
