import { ageOn } from "~/domain/age";
import { counted } from "~/domain/figure-words";
import { orderFlagWords } from "~/domain/list-order/order-flags";
import type { PublishedCase, PublishedList } from "~/domain/published-list";
import type { Anaesthetic } from "~/domain/waiting-list";
import { ORDER_RULE_FACTS } from "~/facts/list-order";
import { procedureInFull } from "~/facts/procedure-words";
import { treatmentFunctionName } from "~/facts/treatment-functions";
import type { CaseNow, ListHeld } from "./list-held";

const ANAESTHETIC_WORDS: Record<Anaesthetic, string> = {
  GA: "General anaesthetic",
  RA: "Regional anaesthetic",
  LA: "Local anaesthetic",
};

/** NHS Data Dictionary, PERSON STATED GENDER CODE. */
const SEX_WORDS: Record<string, string> = {
  "1": "Male",
  "2": "Female",
  "9": "Indeterminate",
  X: "Not known",
};

/** What publishing a list would freeze: its confirmed cases, and places kept for the others without a name. */
export function publishable(list: ListHeld): PublishedList {
  const { session } = list.held;
  const confirmed = list.cases.filter(({ provisional }) => !provisional);
  const kept = list.cases.filter(({ provisional }) => provisional);
  return {
    format: 1,
    organisation: list.held.organisation,
    site: session.site,
    siteName: list.siteName,
    session: list.held.id,
    sessionId: session.sessionId,
    ...{ theatre: session.theatre, date: session.date, start: session.start, end: session.end },
    specialties: session.treatmentFunctions.map(treatmentFunctionName),
    surgeons: session.surgeons,
    anaesthetist: list.detail?.anaesthetist ?? "",
    cases: confirmed.map((item, at) => publishedCase(item, at + 1, list)),
    kept: kept.map(({ start, entry }) => ({ start, minutes: entry.minutes })),
    orderBreaks: breakSentences({ ...list, cases: confirmed }),
  };
}

function publishedCase(
  { entry, held, start, admission }: CaseNow,
  order: number,
  list: ListHeld,
): PublishedCase {
  const { details } = entry;
  const language = details.language || "language not known";
  return {
    ...{ entry: held.id, order, admission, start, minutes: entry.minutes },
    ...{ familyName: details.familyName, givenName: details.givenName, birthDate: entry.birthDate },
    age: ageOn(entry.birthDate, list.held.session.date),
    sex: SEX_WORDS[entry.gender] ?? "Not known",
    nhsNumber: entry.nhsNumber ?? "",
    hospitalNumber: entry.patientId,
    procedure: procedureInFull(entry),
    anaesthetic: ANAESTHETIC_WORDS[entry.anaesthetic],
    asa: entry.asa,
    flags: orderFlagWords(entry.orderFlags),
    equipment: [...entry.equipment].sort(),
    nights: entry.nights,
    criticalCare: entry.criticalCare,
    interpreter: details.interpreter ? language : "",
    adjustments: details.reasonableAdjustments,
    standBy: entry.shortNotice,
    golden: list.order?.golden === held.id,
    ...{ address: details.address, postcode: details.postcode },
  };
}

/** Rules that the order does not keep, a sentence each, by the places of the cases in it. */
export function breakSentences({ breaks, cases }: Pick<ListHeld, "breaks" | "cases">): string[] {
  const place = new Map(cases.map(({ entry }, at) => [entry, at + 1]));
  return breaks.flatMap(({ rule, cases: broken, changeovers }) => {
    const words = ORDER_RULE_FACTS.find((fact) => fact.rule === rule)?.words ?? rule;
    if (changeovers) {
      const { count, fewest } = changeovers;
      return [`${words}: ${counted(count, "changeover")}, where ${fewest} would do.`];
    }
    const late = rule === "infection" || rule === "localLast";
    const each = broken.flatMap(({ entry, others }) => {
      const inTheWay = others.flatMap((other) => place.get(other) ?? []);
      const own = place.get(entry);
      if (own === undefined || inTheWay.length === 0) return [];
      return [`place ${own} stands ${late ? "before" : "after"} ${placesWords(inTheWay)}`];
    });
    return each.length > 0 ? [`${words}: ${each.join("; ")}.`] : [];
  });
}

function placesWords(places: readonly number[]): string {
  const sorted = [...places].sort((a, b) => a - b);
  if (sorted.length === 1) return `place ${sorted[0]}`;
  return `places ${sorted.slice(0, -1).join(", ")} and ${sorted.at(-1)}`;
}
