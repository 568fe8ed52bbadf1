import type { User } from "~/auth/visitor.server";
import { instantText } from "~/components/date-text";
import { mondayOf, type ClockTime, type IsoDate } from "~/domain/calendar";
import { rangeAgainst } from "~/domain/dates-to-avoid";
import { listOrderAt } from "~/domain/list-order/order-policy";
import { stepRefusal, type ListStep } from "~/domain/list-life";
import { READER_WORDS, READERS, type Reader } from "~/domain/list-readers";
import { listTouchedSince } from "~/domain/list-touched";
import { noticeStanding } from "~/domain/patient-notice";
import { publishedChanges } from "~/domain/published-changes";
import { counted } from "~/domain/figure-words";
import { procedureInFull } from "~/facts/procedure-words";
import { treatmentFunctionName } from "~/facts/treatment-functions";
import { breakSentences } from "~/services/lists/list-content.server";
import { listBeforeStageTwo } from "~/services/lists/before-stage-two.server";
import type { CaseNow } from "~/services/lists/list-held";
import { listNow, type ListNow } from "~/services/lists/list-now.server";
import { store } from "~/store.server";
import { listSeenBy, listVersions, type ListSeen, type ListVersion } from "~db/list-versions";
import { listSites, wholeScope } from "~db/organisations";
import { recordPatientAccess } from "~db/patient-access";
import { changesSince } from "~db/placement-changes";
import { noticesOfEntries } from "~db/patient-notices";
import { currentPolicy } from "~db/policies";
import type { Scope } from "~db/scope";
import { actorNames } from "./actor-names.server";
import { linesOf, type StateLine } from "./list-lines";
import { readersAt } from "./readers-at.server";
import { nameShown, nhsNumberShown } from "./entry-words";
import { noticeWords, type NoticeWords } from "./notice-words";

/** One case on the page of a list. */
export interface ListPageCase {
  entry: string;
  link: string | null;
  order: number;
  admission: ClockTime;
  start: ClockTime;
  minutes: number;
  /** `Barrow, Ann`, or the pathway identifier for who may not know the name. */
  patient: string;
  /** Numbers under the name; empty for who may not know them. */
  numbers: string;
  procedure: string;
  anaesthetic: string;
  marks: string[];
  golden: boolean;
  provisional: boolean;
  gone: boolean;
  /** Booked before the second stage of the shared decision is complete. */
  beforeStageTwo: boolean;
  /** The patient has said that they cannot come on the day of the list. */
  cannotCome: boolean;
  overridden: string[];
  orderNotes: string[];
  notice: NoticeWords;
  /** Where the case is cancelled; null: not by this reader. */
  cancelHref: string | null;
}

/** One version of the list and who has seen it. */
export interface VersionLine {
  number: number;
  words: string;
  reason: string;
  changes: string[];
  seen: { reader: Reader; label: string; words: string | null }[];
}

/** The page of one list. */
export interface ListPage {
  session: string;
  sessionId: string;
  theatre: string;
  site: string;
  siteName: string;
  date: IsoDate;
  start: ClockTime;
  end: ClockTime;
  specialties: string;
  surgeons: string;
  surgeonCodes: string[];
  anaesthetist: string;
  bookable: boolean;
  week: IsoDate;
  organisation: string;
  /** What forms send back, so that nobody overwrites another. */
  stand: { last: number; revision: number; order: number };
  cases: ListPageCase[];
  /** Who is left out of what is published, by name. */
  leftOut: string[];
  lines: StateLine[];
  steps: Record<ListStep, boolean>;
  /** Why a step cannot be taken, for what is offered; empty: it can. */
  cannot: Partial<Record<ListStep, string>>;
  may: { order: boolean; tell: boolean; print: boolean; goldenIsOn: boolean };
  /** Who ordered the list and why; empty: the rules. */
  orderedBy: string;
  breaks: string[];
  /** What differs now from the version that is published; null: nothing is published. */
  differs: { version: number; changes: string[] } | null;
  versions: VersionLine[];
  confirmAs: Reader[];
}

/** Loads the page of a list; null: there is no such session in scope. */
export async function listPage(
  user: User,
  scope: Scope,
  session: string,
  today: IsoDate,
): Promise<ListPage | null> {
  const { db } = store();
  const list = await listNow(scope, db, session, today);
  if (list === null) return null;
  const { organisation, session: at } = list.held;
  const versions = await listVersions(scope, db, session);
  const seen = await listSeenBy(scope, db, session);
  const names = await actorNames(actorsOf(list, versions, seen));
  const named = user.scope("patient.view").sites.includes(at.site);
  if (named) await recordLook(user, list);
  const { policy } = (await currentPolicy(scope, db, organisation))!;
  const changes = versions[0] ? publishedChanges(versions[0].content, list.content) : [];
  const before = await listBeforeStageTwo(db, list);
  const cases = await casesOf(user, list, named, before);
  const untold = cases.filter(({ provisional, notice }) => !provisional && !notice.told).length;
  const stood = { changes, touched: await touchedSinceSignOff(scope, list), untold };
  return {
    ...{ ...headOf(list), cases },
    stand: { last: list.state.last, revision: list.revision, order: list.order?.number ?? 0 },
    leftOut: list.cases.filter(({ provisional }) => provisional).map((item) => nameOf(item, named)),
    lines: linesOf(list, versions, { ...stood, beforeStageTwo: before.size }, names),
    ...stepsOf(user, list, { differs: versions.length === 0 || changes.length > 0 }),
    may: {
      order: canAt(user, "list.change", at.site),
      tell: canAt(user, "patient.tell", at.site),
      print: named,
      goldenIsOn: listOrderAt(policy.listOrder, at.site).golden,
    },
    orderedBy: orderWords(list, names),
    breaks: breakSentences(list),
    differs: versions[0] ? { version: versions[0].number, changes: named ? changes : hidden(changes) } : null,
    versions: versions.map((version) => versionLine(version, seen, names, named)),
    confirmAs: versions.length > 0 ? readersAt(user, organisation, at.site) : [],
  };
}

/** Whether cases came on the list, or left it, or its order was given since it was signed off. */
async function touchedSinceSignOff(scope: Scope, list: ListNow): Promise<boolean> {
  const { signedOff } = list.state;
  if (!signedOff) return false;
  if (list.order !== null && list.order.at > signedOff.at) return true;
  const { organisation, id } = list.held;
  const all = { organisation, week: list.week, revision: 0 };
  const changes = await changesSince(scope, store().db, all);
  return listTouchedSince(changes, id, signedOff.revision ?? list.revision);
}

const hidden = (changes: readonly string[]) =>
  changes.length > 0
    ? [`${counted(changes.length, "change")}; who may know patients' names reads them.`]
    : [];

const canAt = (user: User, permission: Parameters<User["may"]>[0], site: string) =>
  user.scope(permission).sites.includes(site);

function headOf({ held, detail, siteName, bookable }: ListNow) {
  const { session, id, organisation } = held;
  return {
    ...{ session: id, organisation, siteName, bookable, week: mondayOf(session.date) },
    ...{ sessionId: session.sessionId, theatre: session.theatre, site: session.site, date: session.date },
    ...{ start: session.start, end: session.end },
    specialties: session.treatmentFunctions.map(treatmentFunctionName).join(", "),
    surgeons: session.surgeons.join(", "),
    surgeonCodes: session.surgeons,
    anaesthetist: detail?.anaesthetist ?? "",
  };
}

/** Everybody on a list who was shown by name on a page. */
async function recordLook(user: User, { held, cases }: ListNow): Promise<void> {
  const patients = cases.map((item) => item.held.patient);
  const page = `/sessions/${held.id}/list`;
  await recordPatientAccess(store(), { kind: "user", id: user.id }, { patients, page });
}

function actorsOf({ state, order }: ListNow, versions: readonly ListVersion[], seen: readonly ListSeen[]) {
  const acts = [state.signedOff, state.patientsTold, state.locked, order];
  return [
    ...acts.flatMap((act) => (act ? [act.by] : [])),
    ...versions.map(({ publishedBy }) => publishedBy),
    ...seen.map(({ by }) => by),
  ];
}

const nameOf = ({ entry }: CaseNow, named: boolean) => (named && nameShown(entry.details)) || entry.pathwayId;

async function casesOf(
  user: User,
  list: ListNow,
  named: boolean,
  before: ReadonlySet<string>,
): Promise<ListPageCase[]> {
  const { db } = store();
  const { organisation, session, id } = list.held;
  const ids = list.cases.map(({ held }) => held.id);
  const whole = (await listSites(await wholeScope(db), db)).map(({ code }) => code);
  const notices = await noticesOfEntries({ organisations: [organisation], sites: whole }, db, ids);
  const opens = user.scope("waitingList.view").sites;
  const cancels = canAt(user, "case.cancel", session.site);
  return list.cases.map((item, at) => {
    const { entry, held, placement } = item;
    const standing = noticeStanding(notices.get(held.id) ?? [], { session: id, date: session.date });
    return {
      ...{ entry: held.id, order: at + 1, admission: item.admission, start: item.start },
      minutes: entry.minutes,
      link: opens.includes(entry.listingSite) ? `/waiting-list/${held.id}` : null,
      patient: nameOf(item, named),
      numbers: named ? numbersOf(item) : "",
      procedure: procedureInFull(entry),
      anaesthetic: entry.anaesthetic,
      marks: marksOf(item),
      golden: list.order?.golden === held.id,
      provisional: item.provisional,
      ...{ gone: held.state === "gone", beforeStageTwo: before.has(held.id) },
      cannotCome: rangeAgainst(entry.unavailable, session.date) !== null,
      overridden: placement.override,
      orderNotes: item.notes,
      notice: noticeWords(standing),
      cancelHref: cancels ? `/sessions/${id}/day/cancel/${held.id}` : null,
    };
  });
}

function numbersOf({ entry }: CaseNow): string {
  const nhs = entry.nhsNumber ? `NHS ${nhsNumberShown(entry.nhsNumber)}` : "no NHS number";
  return `${entry.patientId}, ${nhs}`;
}

function marksOf({ entry }: CaseNow): string[] {
  const stay = entry.nights === 0 ? "day case" : counted(entry.nights, "night");
  return [
    stay,
    entry.criticalCare ? "critical care" : "",
    ...entry.orderFlags,
    entry.details.interpreter ? "interpreter" : "",
    entry.details.reasonableAdjustments ? "adjustments" : "",
    entry.shortNotice ? "stand-by" : "",
  ].filter((mark) => mark !== "");
}

const STEP_PERMISSIONS = {
  signOff: "list.sign",
  withdraw: "list.sign",
  lock: "list.lock",
  unlock: "lock.reopen",
  publish: "list.publish",
} as const;

/** Steps that the user's roles allow, and why one of them cannot be taken now. A reason is asked for on the way. */
function stepsOf(user: User, list: ListNow, { differs }: { differs: boolean }) {
  const facts = { bookable: list.bookable, cases: list.cases.length, reason: "given later", differs };
  const steps = {} as ListPage["steps"];
  const cannot: ListPage["cannot"] = {};
  for (const [step, permission] of Object.entries(STEP_PERMISSIONS) as [ListStep, "list.sign"][]) {
    steps[step] = canAt(user, permission, list.held.session.site);
    const sentence = stepRefusal(step, list.state, facts);
    if (sentence !== null) cannot[step] = sentence;
  }
  return { steps, cannot };
}

function orderWords({ order }: ListNow, names: (actor: string) => string): string {
  if (order === null || (order.entries.length === 0 && order.golden === null)) return "";
  const why = order.reason ? `: ${order.reason}` : "";
  return `${names(order.by)}, ${instantText(new Date(order.at))}${why}`;
}

function versionLine(
  version: ListVersion,
  seen: readonly ListSeen[],
  names: (actor: string) => string,
  named: boolean,
): VersionLine {
  const { number, publishedBy, publishedAt, reason, changes } = version;
  return {
    ...{ number, reason, changes: named ? changes : hidden(changes) },
    words: `${names(publishedBy)}, ${instantText(new Date(publishedAt))}`,
    seen: READERS.map((reader) => {
      const found = seen.find((one) => one.number === number && one.reader === reader);
      const words = found ? `${names(found.by)}, ${instantText(new Date(found.at))}` : null;
      return { reader, label: READER_WORDS[reader], words };
    }),
  };
}
