import { textsAt, type TextEvent } from "~/domain/perioperative/preparation/approved-text";
import { letterAdvice, letterPlan } from "~/domain/tci-letter";
import { settingsAt, type LetterContact, type WorkspaceSettings } from "~/domain/workspace-settings";
import type { ClockTime, IsoDate } from "~/domain/calendar";
import { patientName } from "~/domain/published-list";
import { procedureForPatient } from "~/facts/procedure-words";
import { letterWords } from "~/facts/tci-letter";
import { store } from "~/store.server";
import { textsOf } from "~db/preparation/texts";
import { currentSettings } from "~db/workspace-settings";
import { noticeWords, type NoticeWords } from "./notice-words";
import { versionWords, weekCases, type WeekAsked, type WeekCase } from "./week-lists.server";

/** A patient to whom a letter can be written, on the page where letters are chosen. */
export interface LetterLine {
  entry: string;
  session: string;
  date: IsoDate;
  admission: ClockTime;
  theatre: string;
  patient: string;
  version: string;
  /** Whole days of notice from today, and whether they are what the site owes. */
  days: number;
  enough: boolean;
  largePrint: boolean;
  preference: string;
  notice: NoticeWords;
  /** Its list is signed off, so that a letter is due. */
  signedOff: boolean;
  /** The site has not said whom to call, so nothing is printed. */
  noContact: boolean;
}

/** A letter about a date, ready to be printed. */
export interface Letter {
  entry: string;
  name: string;
  address: string[];
  reference: string;
  writtenOn: IsoDate;
  date: IsoDate;
  admission: ClockTime;
  site: string;
  contact: LetterContact;
  /** Empty: it has no words, or its side is in doubt. */
  procedure: string;
  notice: string;
  choice: readonly string[];
  advice: readonly string[];
  interpreter: string;
}

export interface LettersPage {
  organisation: string;
  week: IsoDate;
  lines: LetterLine[];
  /** Names of sites that have not said whom to call. */
  noContact: string[];
}

/** Who of a week can be written to. */
export async function lettersPage(asked: WeekAsked): Promise<LettersPage> {
  const { lists, cases } = await weekCases(asked);
  const settings = await settingsOf(asked);
  const sites = new Map(lists.map((list) => [list.held.session.site, list.siteName]));
  return {
    ...{ organisation: asked.organisation, week: asked.week },
    lines: cases.map((found) => lineOf(found, settings, asked.today)),
    noContact: [...sites].filter(([site]) => !contactOf(settings, site)).map(([, name]) => name),
  };
}

/** Letters to the chosen patients of a week, in the order of the lists; who may not be written to has none. */
export async function lettersToPrint(asked: WeekAsked, entries: readonly string[]): Promise<Letter[]> {
  const { cases } = await weekCases(asked);
  const settings = await settingsOf(asked);
  const texts = await textsOf(asked.scope, store().db, asked.organisation);
  return cases
    .filter(({ item }) => entries.includes(item.entry))
    .flatMap((found) => letterOf(found, settings, texts, asked.today) ?? []);
}

async function settingsOf({ scope, organisation }: WeekAsked): Promise<WorkspaceSettings> {
  return (await currentSettings(scope, store().db, organisation)).settings;
}

function contactOf(settings: WorkspaceSettings, site: string): LetterContact | null {
  const contact = settings.letters[site];
  return contact && contact.phone !== "" ? contact : null;
}

function planOf({ list, item, now }: WeekCase, settings: WorkspaceSettings, today: IsoDate) {
  const { date, site } = list.held.session;
  const { noticeDays } = settingsAt(settings, site);
  const { anaesthetic } = now.entry;
  return letterPlan({
    ...{ date, admission: item.admission, anaesthetic, nights: item.nights },
    ...{ writtenOn: today, noticeDays },
  });
}

function lineOf(found: WeekCase, settings: WorkspaceSettings, today: IsoDate): LetterLine {
  const { list, item, now, standing } = found;
  const { session, id } = list.held;
  const { enough, days } = planOf(found, settings, today);
  return {
    ...{ entry: item.entry, session: id, date: session.date, admission: item.admission },
    ...{ theatre: session.theatre, patient: patientName(item), version: versionWords(found), days, enough },
    largePrint: /large print/i.test(item.adjustments),
    preference: now.entry.details.contactPreference ?? "",
    notice: noticeWords(standing),
    signedOff: list.state.signedOff !== null,
    noContact: contactOf(settings, session.site) === null,
  };
}

function letterOf(
  found: WeekCase,
  settings: WorkspaceSettings,
  texts: readonly TextEvent[],
  today: IsoDate,
): Letter | null {
  const { list, item, now } = found;
  const contact = contactOf(settings, list.held.session.site);
  if (contact === null) return null;
  const plan = planOf(found, settings, today);
  return {
    entry: item.entry,
    name: [item.givenName, item.familyName].filter(Boolean).join(" ") || item.hospitalNumber,
    address: [...item.address.split(/[,\n]/), item.postcode].map((line) => line.trim()).filter(Boolean),
    reference: item.hospitalNumber,
    ...{ writtenOn: today, date: list.held.session.date, admission: item.admission, site: list.siteName },
    ...{
      contact,
      procedure: procedureForPatient(now.entry),
      notice: plan.notice,
      interpreter: item.interpreter,
    },
    choice: letterWords("choice"),
    advice: letterAdvice(plan.parts, textsAt(texts, list.held.session.site), letterWords),
  };
}
