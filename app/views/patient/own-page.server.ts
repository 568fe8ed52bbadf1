import { today } from "~/clock.server";
import type { WhomToCallView } from "~/components/patient/whom-to-call";
import type { DateRange, IsoDate } from "~/domain/calendar";
import { rangeAgainst, rangeSpoken, stillAhead } from "~/domain/dates-to-avoid";
import { weeksWaited } from "~/domain/rtt-clock";
import { procedureForPatient } from "~/facts/procedure-words";
import { ownDate } from "~/services/patient-page/own-date.server";
import { surgeryDate } from "~/services/preparation/suggest-now.server";
import { store } from "~/store.server";
import { avoidedDates } from "~db/avoided-dates";
import type { Invitation } from "~db/invitations";
import { usableInvitation } from "~db/invitations";
import { organisationScope } from "~db/organisations";
import { lastWords } from "~db/patient-words";
import { completedResponses } from "~db/questionnaire-responses";
import type { PatientWordKind } from "~db/schema";
import { findEntry } from "~db/waiting-list";
import { ownPlan } from "../preparation/patient-plan.server";
import { remainingShown, type WaitShown } from "./wait-shown.server";
import { whomToCall } from "./whom-to-call.server";

/** A patient's own page. */
export interface OwnPage {
  operation: string;
  /** No longer on the list. */
  gone: boolean;
  answered: boolean;
  /** Their questions can still be answered in this browser. */
  questionsOpen: boolean;
  /** Null: they have a date, or too few had waited as long to say. */
  wait: WaitShown | null;
  date: { date: IsoDate; place: string; answer: string | null } | null;
  /** A date that stands in the hospital's list alone, so that their plan and this page name the same; null: none. */
  bookedOn: IsoDate | null;
  /** How many of their own actions of a confirmed plan are done; null: there is none. */
  plan: { done: number; mine: number } | null;
  /** Days on which they said they cannot come, that are not over. */
  avoids: { value: string; words: string }[];
  /** Their date is on days on which they said they cannot come, in words; null: it is not, or they said so already. */
  clash: { date: IsoDate; days: string; told: boolean } | null;
  said: Partial<Record<PatientWordKind, { code: string; text: string }>>;
  call: WhomToCallView;
}

/** The page of an invitation's patient; null: the entry is not there. */
export async function ownPage(of: Invitation): Promise<OwnPage | null> {
  const { db } = store();
  const held = await findEntry(await organisationScope(db, of.organisation), db, of.entry);
  if (!held) return null;
  const { entry } = held;
  const waited = weeksWaited(entry.clockStart, today());
  const date = held.state === "listed" ? await ownDate(db, of, today()) : null;
  const bookedOn = date || held.state !== "listed" ? null : await surgeryDate(db, held);
  const questions = await usableInvitation(db, of.entry, "questions", store().now());
  return {
    operation: procedureForPatient(entry) || "your operation",
    gone: held.state !== "listed",
    answered: (await completedResponses(db, [of.entry])).length > 0,
    questionsOpen: questions?.id === of.id,
    bookedOn,
    wait: date || bookedOn ? null : remainingShown(entry.provider, entry.treatmentFunction, waited),
    date: date && {
      date: date.date,
      place: (await whomToCall({ organisation: of.organisation, site: date.site })).hospital,
      answer: date.answer,
    },
    plan: held.state === "listed" ? await planDone(of) : null,
    avoids: stillAhead(await avoidedDates(db, of.entry), today()).map((range) => ({
      value: `${range.from}/${range.to}`,
      words: rangeSpoken(range, today()),
    })),
    clash: clashOf(entry.unavailable, date, bookedOn),
    said: Object.fromEntries(
      [...(await lastWords(db, of.entry))].map(([kind, { code, text }]) => [kind, { code, text }]),
    ),
    call: await whomToCall(of),
  };
}

/** A date that they have turned down, or asked to change, needs nothing more from them. */
function clashOf(
  cannot: readonly DateRange[],
  told: { date: IsoDate; answer: string | null } | null,
  bookedOn: IsoDate | null,
): OwnPage["clash"] {
  const date = told?.date ?? bookedOn;
  if (date === null || told?.answer === "declined" || told?.answer === "askedToChange") return null;
  const range = rangeAgainst(cannot, date);
  return range && { date, days: rangeSpoken(range, today()), told: told !== null };
}

async function planDone(of: Invitation): Promise<OwnPage["plan"]> {
  const own = await ownPlan(of);
  const mine = own?.plan.items.filter((item) => item.mine);
  return mine ? { mine: mine.length, done: mine.filter(({ done }) => done).length } : null;
}
