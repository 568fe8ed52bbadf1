import type { User } from "~/auth/visitor.server";
import { today } from "~/clock.server";
import { dateText } from "~/components/date-text";
import type { IsoDate } from "~/domain/calendar";
import { frequency } from "~/domain/figure-words";
import { signed } from "~/domain/hand/score-change";
import { weeksWaited } from "~/domain/rtt-clock";
import type { Priority } from "~/domain/waiting-list";
import { equipmentName } from "~/facts/equipment";
import { treatmentFunctionName } from "~/facts/treatment-functions";
import { gapOf, type GapCandidate } from "~/services/best-fit/gap.server";
import { beforeStageTwo } from "~/services/shared-decision/stage-two.server";
import { store } from "~/store.server";
import { procedureInFull } from "~/facts/procedure-words";
import { siteNames } from "~db/organisations";
import { callsOfEntries, type PlaceCall } from "~db/place-calls";
import type { CallAnswer } from "~db/schema";
import type { Scope } from "~db/scope";
import { personFacts, stayWords } from "./week-case";
import { peopleOf, type People } from "./week-people.server";

/** Somebody who could fill the gap. */
export interface GapLine {
  entry: string;
  patient: string;
  link: string | null;
  priority: Priority;
  cancer: boolean;
  weeks: number;
  procedure: string;
  minutes: number;
  stay: string;
  equipment: string;
  provisional: boolean;
  beforeStageTwo: boolean;
  points: string;
  overrun: string;
  mobile: string;
  /** Who has been asked before, and what they said. */
  asked: string[];
  calls: number;
}

export interface GapPage {
  id: string;
  organisation: string;
  week: IsoDate;
  revision: number;
  title: string;
  where: string;
  cases: number;
  freeMinutes: number;
  locked: boolean;
  /** Why nobody can be put there, whoever it is; empty: it can be filled. */
  shut: string;
  fit: GapLine[];
  ask: GapLine[];
  lookedAt: number;
  may: { call: boolean; place: boolean };
}

/** Who could fill the gap of a session in scope; null: there is no such session. */
export async function gapPage(user: User, scope: Scope, id: string): Promise<GapPage | null> {
  const found = await gapOf(scope, store(), { session: id, today: today() });
  if (found === null) return null;
  const { session, week, fit, ask } = found;
  const ids = [...fit, ...ask].map(({ held }) => held.id);
  const people = await peopleOf(user, {
    organisation: week.organisation,
    sites: scope.sites,
    // They stand on no list yet, so only who may see them where they are listed is told who they are.
    entries: ids.map((entry) => ({ entry })),
    page: `/sessions/${id}/gap`,
  });
  const calls = new Map<string, PlaceCall[]>();
  for (const call of await callsOfEntries(scope, store().db, ids))
    calls.set(call.entry, [...(calls.get(call.entry) ?? []), call]);
  const before = await beforeStageTwo(
    store().db,
    [...fit, ...ask].map(({ held }) => held),
  );
  const line = (one: GapCandidate) => ({
    ...gapLine(one, people, calls.get(one.held.id) ?? []),
    beforeStageTwo: before.has(one.held.id),
  });
  const site = (await siteNames(store().db))(session.site);
  return {
    ...{ id, organisation: week.organisation, week: week.week, revision: week.revision },
    title: `${session.theatre}, ${dateText(session.date)}`,
    where: `${session.start} to ${session.end}, ${session.treatmentFunctions.map(treatmentFunctionName).join(", ")}, ${site}`,
    ...{ cases: found.cases, freeMinutes: found.freeMinutes, lookedAt: found.asked, shut: found.shut },
    locked: session.status === "locked" || (week.states.get(id)?.locked ?? null) !== null,
    ...{ fit: fit.map(line), ask: ask.map(line) },
    may: {
      call: user.scope("patient.tell").sites.includes(session.site),
      place: user.scope("list.change").sites.includes(session.site),
    },
  };
}

const ANSWERS: Record<CallAnswer, string> = {
  accepted: "accepted",
  declined: "declined",
  noAnswer: "no answer",
  notUsed: "called and not used",
};

function gapLine({ held, place }: GapCandidate, people: People, calls: readonly PlaceCall[]) {
  const { entry } = held;
  const { date } = place.session;
  const known = people.get(held.id);
  const { patient, link } = personFacts(known, entry.pathwayId, date);
  return {
    ...{ entry: held.id, patient, link, priority: entry.priority, cancer: entry.cancer },
    weeks: weeksWaited(entry.clockStart, date),
    ...{ procedure: procedureInFull(entry), minutes: entry.minutes, stay: stayWords(entry) },
    equipment: entry.equipment.map(equipmentName).join(", "),
    provisional: entry.screening !== "fit",
    points: signed(place.points),
    overrun: frequency(place.overrunAfter),
    mobile: known?.named ? entry.details.mobile : "",
    asked: calls.map(
      ({ at, answer, note }) =>
        `${dateText(at.slice(0, 10), "brief")}: ${ANSWERS[answer]}${note ? `, ${note}` : ""}`,
    ),
    calls: calls.length,
  };
}
