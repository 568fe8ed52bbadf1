import { spokenDate } from "./spoken-date";
import { patientName, type PublishedCase, type PublishedList } from "./published-list";

/**
 * What changed from one version of a list to the next, one sentence each, in the order in which a reader needs them: the
 * session, who comes on and who goes, the order, then what changed of each patient. Empty: nothing did.
 */
export function publishedChanges(before: PublishedList, after: PublishedList): string[] {
  return [
    ...sessionChanges(before, after),
    ...comings(before, after),
    ...orderChange(before, after),
    ...after.cases.flatMap((item) => {
      const earlier = before.cases.find(({ entry }) => entry === item.entry);
      return earlier ? caseChanges(earlier, item) : [];
    }),
    ...keptChange(before, after),
  ];
}

function sessionChanges(before: PublishedList, after: PublishedList): string[] {
  const date = (list: PublishedList) => spokenDate(list.date, before.date);
  const times = ({ start, end }: PublishedList) => `${start} to ${end}`;
  return [
    ...changed("The date", date(before), date(after)),
    ...changed("The theatre", before.theatre, after.theatre),
    ...changed("The session", times(before), times(after)),
    ...changed("The surgeon", before.surgeons.join(", "), after.surgeons.join(", ")),
    ...changed("The anaesthetist", before.anaesthetist, after.anaesthetist),
  ];
}

function comings(before: PublishedList, after: PublishedList): string[] {
  const [then, now] = [entriesOf(before), entriesOf(after)];
  const gone = before.cases.filter(({ entry }) => !now.has(entry));
  const come = after.cases.filter(({ entry }) => !then.has(entry));
  return [
    ...gone.map((item) => `${named(item)} is no longer on this list.`),
    ...come.map((item) => `${named(item)} is new on this list, at place ${item.order}: ${item.procedure}.`),
  ];
}

/** Said only when those who stay stand in another order: who comes or goes moves the others by itself. */
function orderChange(before: PublishedList, after: PublishedList): string[] {
  const [then, now] = [entriesOf(before), entriesOf(after)];
  const stayed = before.cases.filter(({ entry }) => now.has(entry)).map(({ entry }) => entry);
  const stay = after.cases.filter(({ entry }) => then.has(entry)).map(({ entry }) => entry);
  if (stayed.every((entry, at) => entry === stay[at])) return [];
  return [`The order is now: ${after.cases.map(patientName).join("; ")}.`];
}

const WORDS: [what: string, words: (item: PublishedCase) => string][] = [
  ["procedure", ({ procedure }) => procedure],
  ["minutes", ({ minutes }) => String(minutes)],
  ["anaesthetic", ({ anaesthetic }) => anaesthetic],
  ["ASA grade", ({ asa }) => (asa === null ? "" : String(asa))],
  ["alerts", ({ flags }) => flags.join(", ")],
  ["equipment", ({ equipment }) => equipment.join(", ")],
  ["nights", ({ nights }) => String(nights)],
  ["critical care", ({ criticalCare }) => (criticalCare ? "yes" : "no")],
  ["interpreter", ({ interpreter }) => interpreter],
  ["adjustments", ({ adjustments }) => adjustments],
  ["golden patient", ({ golden }) => (golden ? "yes" : "no")],
  ["stand-by", ({ standBy }) => (standBy ? "yes" : "no")],
  ["family name", ({ familyName }) => familyName],
  ["given name", ({ givenName }) => givenName],
  ["date of birth", ({ birthDate }) => birthDate],
  ["sex", ({ sex }) => sex],
  ["NHS number", ({ nhsNumber }) => nhsNumber],
  ["hospital number", ({ hospitalNumber }) => hospitalNumber],
  ["address", ({ address }) => address],
  ["postcode", ({ postcode }) => postcode],
];

function caseChanges(before: PublishedCase, after: PublishedCase): string[] {
  const words = WORDS.flatMap(([what, wordsOf]) =>
    changed(`${named(after)}: the ${what}`, wordsOf(before), wordsOf(after)),
  );
  return [...timeChange(before, after), ...words];
}

/** Arrival and start in one sentence: one seldom moves without the other. */
function timeChange(before: PublishedCase, after: PublishedCase): string[] {
  if (before.admission === after.admission && before.start === after.start) return [];
  const now = `arrives at ${after.admission} and starts at ${after.start}`;
  return [`${named(after)} ${now}; it was ${before.admission} and ${before.start}.`];
}

function keptChange({ kept: before }: PublishedList, { kept: after }: PublishedList): string[] {
  if (before.length === after.length) return [];
  return [
    `Places kept for patients whose fitness is not confirmed: ${after.length}; they were ${before.length}.`,
  ];
}

function changed(what: string, before: string, after: string): string[] {
  if (before === after) return [];
  return [`${what} is ${after || "no longer given"}; it was ${before || "not given"}.`];
}

const entriesOf = ({ cases }: PublishedList) => new Set(cases.map(({ entry }) => entry));
const named = (item: PublishedCase) => `${patientName(item)} (${item.hospitalNumber})`;
