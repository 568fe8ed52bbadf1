import { today } from "~/clock.server";
import type { WhomToCallView } from "~/components/patient/whom-to-call";
import type { IsoDate } from "~/domain/calendar";
import { likelyWait, type LikelyWait } from "~/domain/perioperative/likely-wait";
import { weeksWaited } from "~/domain/rtt-clock";
import { RTT_ADMITTED } from "~/facts/rtt-admitted";
import { ownDate } from "~/services/patient-page/own-date.server";
import { store } from "~/store.server";
import type { Invitation } from "~db/invitations";
import { usableInvitation } from "~db/invitations";
import { lastWords } from "~db/patient-words";
import { completedResponses } from "~db/questionnaire-responses";
import type { PatientWordKind } from "~db/schema";
import { findEntry } from "~db/waiting-list";
import { whomToCall } from "./whom-to-call.server";

/** The likely wait and what it rests on. */
export interface WaitShown extends LikelyWait {
  /** Weeks that they have waited so far. */
  waited: number;
  /** Whose admissions they are: the hospital's own, or all in the published table. */
  of: string;
}

/** A patient's own page. */
export interface OwnPage {
  operation: string;
  /** No longer on the list. */
  gone: boolean;
  answered: boolean;
  /** Their questions can still be answered in this browser. */
  questionsOpen: boolean;
  wait: WaitShown | null;
  date: { date: IsoDate; place: string; answer: string | null } | null;
  said: Partial<Record<PatientWordKind, { code: string; text: string }>>;
  call: WhomToCallView;
}

/** The page of an invitation's patient; null: the entry is not there. */
export async function ownPage(of: Invitation): Promise<OwnPage | null> {
  const { db } = store();
  const held = await findEntry({ organisations: [of.organisation], sites: [of.site] }, db, of.entry);
  if (!held) return null;
  const { entry } = held;
  const date = held.state === "listed" ? await ownDate(db, of, today()) : null;
  const questions = await usableInvitation(db, of.entry, "questions", store().now());
  return {
    operation: entry.procedureText || "your operation",
    gone: held.state !== "listed",
    answered: (await completedResponses(db, [of.entry])).length > 0,
    questionsOpen: questions?.id === of.id,
    wait: date
      ? null
      : waitShown(entry.provider, entry.treatmentFunction, weeksWaited(entry.clockStart, today())),
    date: date && {
      date: date.date,
      place: (await whomToCall({ organisation: of.organisation, site: date.site })).hospital,
      answer: date.answer,
    },
    said: Object.fromEntries(
      [...(await lastWords(db, of.entry))].map(([kind, { code, text }]) => [kind, { code, text }]),
    ),
    call: await whomToCall(of),
  };
}

/** From the hospital's own published admissions, or, where they are too few, from all in the table. */
function waitShown(provider: string, treatmentFunction: string, waited: number): WaitShown | null {
  const own = RTT_ADMITTED[provider];
  const ours = likelyWait(own?.admittedByWeeksWaited[treatmentFunction] ?? []);
  if (own && ours) return { ...ours, waited, of: "this hospital trust" };
  const all = Object.values(RTT_ADMITTED).map(({ admittedByWeeksWaited: by }) => by[treatmentFunction] ?? []);
  const longest = Math.max(0, ...all.map(({ length }) => length));
  const sums = Array.from({ length: longest }, (_, week) =>
    all.reduce((sum, by) => sum + (by[week] ?? 0), 0),
  );
  const every = likelyWait(sums);
  return (
    every && { ...every, waited, of: `${all.filter(({ length }) => length > 0).length} hospital trusts` }
  );
}
