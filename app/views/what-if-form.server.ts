import { dateText } from "~/components/date-text";
import { addDays, type IsoDate } from "~/domain/calendar";
import { MEASURES } from "~/domain/policy";
import { changeWords, MEASURE_WORDS, resourceName, type ScenarioNames } from "~/domain/scenario-words";
import type { ScenarioChange } from "~/domain/scenario";
import { isBookable } from "~/domain/session-time";
import type { TheatreSession } from "~/domain/theatre";
import type { WhatIfChoices } from "~/services/what-if/what-if-form.server";
import { equipmentName } from "~/facts/equipment";
import { store } from "~/store.server";
import { newId } from "~db/new-id";
import { siteNames } from "~db/organisations";
import { currentPolicy } from "~db/policies";
import { findScenario } from "~db/scenarios";
import type { Scope } from "~db/scope";
import { listResources, listSessions, weekSpan } from "~db/theatre-sessions";
import { sessionWords } from "./reason-names";

interface Choice {
  value: string;
  text: string;
}

/** The form of a new what-if. */
export interface WhatIfFormPage {
  /** The id that it will have: a form that is sent twice makes one what-if. */
  id: string;
  organisation: string;
  week: IsoDate;
  /** The days of the week. */
  weekdays: Choice[];
  theatres: Choice[];
  surgeons: Choice[];
  resources: Choice[];
  sessions: Choice[];
  sites: Choice[];
  /** Present weights and overrun limit of the policy. */
  measures: Choice[];
  overrunPercent: number;
  /** The what-if that this one starts from, with its changes in words. */
  from: { id: string; name: string; changes: string[] } | null;
}

interface Asked {
  organisation: string;
  week: IsoDate;
  /** Id of the what-if that it starts from; null: the live week. */
  from: string | null;
}

/** What a what-if of a week may change, and what it starts from; null: the week has no session in scope. */
export async function whatIfForm(
  scope: Scope,
  asked: Asked,
): Promise<{ page: WhatIfFormPage; choices: WhatIfChoices; also: ScenarioChange[] } | null> {
  const { organisation, week } = asked;
  const { db } = store();
  const sessions = (await listSessions(scope, db, weekSpan(week), organisation)).map(
    ({ session }) => session,
  );
  if (sessions.length === 0) return null;
  const names = await scenarioNames(sessions);
  const from = await startOf(scope, asked);
  const { policy } = (await currentPolicy(scope, db, organisation))!;
  const open = sessions.filter(isBookable);
  const sites = distinct(sessions.map(({ site }) => site));
  const theatres = distinct(sessions.map(({ site, theatre }) => `${site}|${theatre}`));
  const lines = await listResources(scope, db, weekSpan(week), organisation);
  const resources = distinct(lines.map(({ site, resource }) => `${site}|${resource}`));
  const surgeons = distinct(open.flatMap((session) => session.surgeons));
  const days = { from: week, to: addDays(week, 6) };
  const choices: WhatIfChoices = {
    ...{ days, theatres, surgeons, resources, sites },
    sessions: sessions.map(({ sessionId }) => sessionId),
  };
  const siteFirst = (value: string, words: (rest: string) => string): Choice => {
    const [site = "", rest = ""] = value.split("|");
    return { value, text: `${words(rest)}, ${names.site(site)}` };
  };
  const page: WhatIfFormPage = {
    ...{ id: newId(), organisation, week },
    weekdays: DAYS.map((day) => addDays(week, day)).map((value) => ({
      value,
      text: dateText(value, "short"),
    })),
    theatres: theatres.map((value) => siteFirst(value, (theatre) => theatre)),
    surgeons: surgeons.map((value) => ({ value, text: value })),
    resources: resources.map((value) =>
      siteFirst(value, (resource) => capital(resourceName(resource, names))),
    ),
    sessions: sessions.map((session) => ({
      value: session.sessionId,
      text: `${sessionWords(session)}, ${names.site(session.site)}`,
    })),
    sites: sites.map((value) => ({ value, text: names.site(value) })),
    measures: MEASURES.map((value) => ({
      value,
      text: `${MEASURE_WORDS[value]} (now ${policy.weights[value]})`,
    })),
    overrunPercent: Math.round(100 * policy.overrunProbabilityMax),
    from: from && {
      id: from.id,
      name: from.name,
      changes: from.changes.map((change) => changeWords(change, names)),
    },
  };
  return { page, choices, also: from?.changes ?? [] };
}

async function startOf(scope: Scope, { organisation, week, from }: Asked) {
  const found = from === null ? null : await findScenario(scope, store().db, from);
  return found?.organisation === organisation && found.week === week ? found : null;
}

/** How a what-if's changes are put into words. */
export async function scenarioNames(sessions: readonly TheatreSession[]): Promise<ScenarioNames> {
  const site = await siteNames(store().db);
  const known = new Map(sessions.map((session) => [session.sessionId, session]));
  return {
    site,
    equipment: equipmentName,
    session: (id) => {
      const session = known.get(id);
      return session ? sessionWords(session) : `session ${id}`;
    },
  };
}

/** From Monday. */
const DAYS = [0, 1, 2, 3, 4, 5, 6];

const numeric = new Intl.Collator("en", { numeric: true });
const distinct = (values: readonly string[]) => [...new Set(values)].sort(numeric.compare);
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
