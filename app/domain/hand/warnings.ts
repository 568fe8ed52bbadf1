import { anyOf } from "../eligibility/rule";
import { counted } from "../figure-words";
import { listExpectation } from "../list-fit";
import { noOperator } from "../leave";
import type { OrderRule } from "../list-order/order-policy";
import { spokenDate } from "../spoken-date";
import type { TheatreSession } from "../theatre";
import type { WaitingListEntry } from "../waiting-list";
import type { ChangedList } from "./hand-change";
import type { HandWarning, WarningCode } from "./hand-break";
import type { HandWeek } from "./hand-week";
import { entriesOf } from "./list-breaks";

/** A rise of the expected overrun that is worth a word, in minutes; ours, to be confirmed with theatres. */
const OVERRUN_RISE = 5;

/**
 * What people should know before they make a change that no hard rule forbids. `isFree`: no rule stands against it; only
 * then the order of the lists is worked out, which takes ten times as long as all the rest.
 */
export function handWarnings(week: HandWeek, lists: readonly ChangedList[], isFree: boolean): HandWarning[] {
  const moving = lists.flatMap(({ gained }) => gained.map(({ entry }) => entry));
  const leaving = lists.flatMap(({ before, after }) =>
    before.filter((one) => !after.includes(one)).map(({ entry }) => entry),
  );
  const all = [
    ...moving.flatMap((entry) => provisional(entry)),
    ...[...new Set([...moving, ...leaving])].flatMap((entry) => told(week, entry, lists)),
    ...lists.flatMap((list) => [
      ...standing(week, list),
      ...equipment(week, list),
      ...away(week, list),
      ...order(week, list),
      ...(isFree ? orderRise(week, list) : []),
      ...overrunRise(week, list),
    ]),
  ];
  return [...new Map(all.map((warning) => [warning.sentence, warning])).values()];
}

const warning = (code: WarningCode, sentence: string, needsReason = false): HandWarning => ({
  ...{ code, sentence, needsReason },
});

function provisional({ screening }: WaitingListEntry): HandWarning[] {
  if (screening === "fit") return [];
  return [warning("provisional", "Provisional: fitness is not confirmed, so the patient is not told yet.")];
}

/** A patient who knows a date hears of the change. */
function told(week: HandWeek, entry: WaitingListEntry, lists: readonly ChangedList[]): HandWarning[] {
  const said = week.facts.toldOf?.(entry);
  if (!said) return [];
  const to = lists.find(({ gained }) => gained.some((one) => one.entry === entry))?.session;
  if (to?.date === said.date) return [];
  const day = spokenDate(said.date, week.facts.planDate);
  const answered = said.accepted ? "was told and accepted" : "was told";
  return [warning("told", `The patient ${answered} ${day}: tell them of the change.`)];
}

function standing(week: HandWeek, { session }: ChangedList): HandWarning[] {
  const list = week.listOf(session);
  if (!list) return [];
  const found: HandWarning[] = [];
  if (list.signedOff !== "")
    found.push(
      warning("signed_off", `${named(session)} is signed off (${list.signedOff}): say why it changes.`, true),
    );
  if (list.published !== null)
    found.push(
      warning(
        "published",
        `${named(session)} is published as version ${list.published}: say why it changes.`,
        true,
      ),
    );
  return found;
}

function equipment(week: HandWeek, { session, gained }: ChangedList): HandWarning[] {
  const set = week.listOf(session)?.equipment ?? [];
  if (set.length === 0) return [];
  const lacking = gained.flatMap(({ entry }) => entry.equipment.filter((code) => !set.includes(code)));
  if (lacking.length === 0) return [];
  const names = anyOf([...new Set(lacking)].map(week.facts.names.equipment)).replace(" or ", " and ");
  return [warning("equipment", `${named(session)} is not set up with ${names}: ask for it.`)];
}

function away(week: HandWeek, { session, gained }: ChangedList): HandWarning[] {
  const list = week.listOf(session);
  const isRefused = noOperator(session.surgeons, list?.surgeonsAway ?? []);
  const codes = (list?.away ?? []).filter((code) => !isRefused || !session.surgeons.includes(code));
  if (codes.length === 0 || gained.length === 0) return [];
  const are = codes.length === 1 ? "is" : "are";
  return [warning("away", `${codes.join(", ")} ${are} on leave that day.`)];
}

const FIRST: readonly { flag: OrderRule; words: string }[] = [
  { flag: "mh", words: "a malignant hyperthermia risk" },
  { flag: "latex", words: "a latex allergy" },
  { flag: "infection", words: "an infection risk" },
];

/** Cases that ask for the same end of the list: only one can have it. */
function order({ facts: { policy } }: HandWeek, { session, after, gained }: ChangedList): HandWarning[] {
  return FIRST.flatMap(({ flag, words }) => {
    if (policy.listOrder.costs[flag] === 0 || !gained.some(({ entry }) => hasFlag(entry, flag))) return [];
    const asking = after.filter(({ entry }) => hasFlag(entry, flag)).length;
    if (asking < 2) return [];
    const end = flag === "infection" ? "last" : "first";
    return [
      warning(
        "order",
        `${counted(asking, "case")} with ${words} would ask to be ${end} in ${session.theatre}.`,
      ),
    ];
  });
}

/** Rules of the order that the list keeps now and would not keep, or less, with the cases that it gains. */
function orderRise({ facts: { strainsOf } }: HandWeek, { session, before, after, gained }: ChangedList) {
  if (!strainsOf || gained.length === 0) return [];
  const weights = new Map(
    strainsOf(session, entriesOf(before)).map(({ rule, weight }) => [rule, weight] as const),
  );
  return strainsOf(session, entriesOf(after))
    .filter(({ rule, weight }) => weight > (weights.get(rule) ?? 0))
    .map(({ sentence }) => warning("order", sentence));
}

function hasFlag({ orderFlags }: WaitingListEntry, flag: string): boolean {
  return orderFlags.some((each) => each.trim().toLowerCase() === flag);
}

function overrunRise(week: HandWeek, { session, before, after, gained }: ChangedList): HandWarning[] {
  if (gained.length === 0) return [];
  const limits = week.limitsOf(session);
  const minutes = Math.round(listExpectation(entriesOf(after), limits).overrun);
  const rise = minutes - Math.round(listExpectation(entriesOf(before), limits).overrun);
  if (rise < OVERRUN_RISE) return [];
  return [
    warning(
      "overrun_rise",
      `Expected to run over by ${counted(minutes, "minute")} on average, ${rise} more than now.`,
    ),
  ];
}

function named({ theatre, date, start }: TheatreSession): string {
  return `${theatre} on ${spokenDate(date, date)}, ${start}`;
}
