import { addDays, type ClockTime, type IsoDate } from "~/domain/calendar";
import { patientName } from "~/domain/published-list";
import { nhsNumberShown } from "./entry-words";
import { noticeWords, type NoticeWords } from "./notice-words";
import { versionWords, weekCases, type WeekAsked, type WeekCase } from "./week-lists.server";

/** One patient who comes in. */
export interface TciLine {
  entry: string;
  session: string;
  date: IsoDate;
  admission: ClockTime;
  start: ClockTime;
  site: string;
  theatre: string;
  patient: string;
  birthDate: IsoDate;
  numbers: string[];
  procedure: string;
  stay: string;
  alerts: string[];
  adjustments: string;
  interpreter: string;
  address: string;
  postcode: string;
  version: string;
  notice: NoticeWords;
}

/** Who comes in during a week, by day and time of arrival. */
export interface TciPage {
  organisation: string;
  week: IsoDate;
  until: IsoDate;
  printedAt: string;
  lines: TciLine[];
  /** Patients on lists who are left out, because their fitness is not confirmed. */
  leftOut: number;
}

/** The patients of a week, for the list of those who come in and for transport. */
export async function tciPage(asked: WeekAsked, printedAt: string): Promise<TciPage> {
  const { lists, cases } = await weekCases(asked);
  const lines = cases.map(lineOf).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  return {
    ...{
      organisation: asked.organisation,
      week: asked.week,
      until: addDays(asked.week, 6),
      printedAt,
      lines,
    },
    leftOut: lists.reduce((sum, list) => sum + list.cases.length - list.content.cases.length, 0),
  };
}

const keyOf = ({ date, admission, site, theatre, start, entry }: TciLine) =>
  [date, admission, site, theatre, start, entry].join("|");

function lineOf(found: WeekCase): TciLine {
  const { list, item, standing } = found;
  const nhs = item.nhsNumber ? `NHS ${nhsNumberShown(item.nhsNumber)}` : "no NHS number";
  const stay = item.nights === 0 ? "Day case" : `${item.nights} ${item.nights === 1 ? "night" : "nights"}`;
  return {
    ...{ entry: item.entry, session: list.held.id, date: list.held.session.date },
    ...{
      admission: item.admission,
      start: item.start,
      site: list.siteName,
      theatre: list.held.session.theatre,
    },
    ...{ patient: patientName(item), birthDate: item.birthDate, numbers: [item.hospitalNumber, nhs] },
    procedure: item.procedure,
    stay: item.criticalCare ? `${stay}, critical care` : stay,
    ...{ alerts: item.flags, adjustments: item.adjustments, interpreter: item.interpreter },
    ...{ address: item.address, postcode: item.postcode },
    version: versionWords(found),
    notice: noticeWords(standing),
  };
}
