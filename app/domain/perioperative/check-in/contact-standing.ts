import { addDays, dayNumber, type IsoDate } from "../../calendar";

/** What happened between a patient who waits and the hospital. Null: it has not. */
export interface Contact {
  /** The day of the decision to admit. */
  listedOn: IsoDate;
  /** When they last told anything, or were reached. */
  heardOn: IsoDate | null;
  /** When the last check-in was sent. */
  askedOn: IsoDate | null;
  /** The last check-in can still be answered. */
  open: boolean;
  /** Somebody is to call, as messages stay without an answer. */
  call: boolean;
}

/** notYet: heard of lately enough; due: to be asked; asked: a check-in is out; call: to be called. */
export const CONTACT_STATES = ["call", "due", "asked", "notYet"] as const;
export type ContactState = (typeof CONTACT_STATES)[number];

export interface ContactStanding {
  state: ContactState;
  /** The last contact, or the listing. */
  since: IsoDate;
  /** The day from which a check-in is due. */
  dueOn: IsoDate;
  /** Days since the last contact. */
  days: number;
}

/**
 * How the contact with a patient stands on a day. A check-in is due so many days after the last contact, or after the
 * listing; one that nobody answered puts the next off as long, and never takes anybody off the list.
 */
export function contactStanding(contact: Contact, everyDays: number, today: IsoDate): ContactStanding {
  const { listedOn, heardOn, askedOn, open, call } = contact;
  const since = later(listedOn, heardOn);
  const dueOn = later(
    addDays(since, everyDays),
    askedOn && askedOn > since ? addDays(askedOn, everyDays) : null,
  );
  const isOut = open && askedOn !== null && askedOn >= since;
  const state = call ? "call" : isOut ? "asked" : today >= dueOn ? "due" : "notYet";
  return { state, since, dueOn, days: dayNumber(today) - dayNumber(since) };
}

const later = (a: IsoDate, b: IsoDate | null): IsoDate => (b !== null && b > a ? b : a);
