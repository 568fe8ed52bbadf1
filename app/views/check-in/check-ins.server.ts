import type { User } from "~/auth/visitor.server";
import { today } from "~/clock.server";
import type { CheckInsQuery } from "~/components/check-in/check-ins-query";
import type { Choice } from "~/components/filter-fields";
import type { IsoDate } from "~/domain/calendar";
import type { ContactStanding } from "~/domain/perioperative/check-in/contact-standing";
import { healthChanges } from "~/domain/perioperative/check-in/health-change";
import { rulesAt } from "~/domain/perioperative/screening-settings";
import { settingsAt, type WorkspaceSettings } from "~/domain/workspace-settings";
import { HEALTH_CHANGES } from "~/facts/check-in";
import { checkInsOf } from "~/services/check-in/checked-in.server";
import { contactOf } from "~/services/check-in/contact-of.server";
import { store } from "~/store.server";
import { checkedIn, contactsInScope, type HeldContact } from "~db/contacts";
import type { Scope } from "~db/scope";
import { changedSince } from "~db/screening/changed-since";
import { entriesById, type HeldEntry } from "~db/waiting-list";
import { currentSettings } from "~db/workspace-settings";
import { nameShown } from "../entry-words";
import { stillWaiting } from "../reviews/owed-reviews.server";
import { siteChoices, siteNameOf, sitesIn } from "~/auth/own-sites";
import { procedureInFull } from "~/facts/procedure-words";

export const CHECK_INS_PAGE_SIZE = 25;
const ANSWERS_SHOWN = 10;

export interface CheckInRow {
  id: string;
  name: string;
  procedure: string;
  siteName: string;
  contact: ContactStanding;
  /** When the last check-in was sent; UTC; null: none was. */
  askedAt: string | null;
}

/** A check-in that was answered. */
export interface AnsweredRow {
  id: string;
  name: string;
  at: string;
  /** They still want the operation; else what they said. */
  doubt: string | null;
  changed: boolean;
  /** Nobody has decided since. */
  open: boolean;
}

export interface CheckInsPage {
  query: CheckInsQuery;
  today: IsoDate;
  counts: { call: number; due: number; asked: number; answered: number };
  rows: CheckInRow[];
  total: number;
  answered: AnsweredRow[];
  sites: Choice[];
  /** Days between two contacts, and check-ins a day, each set once with the sites that have it. */
  rules: { sites: string; everyDays: number; aDay: number }[];
}

type Standing = HeldContact & { contact: ContactStanding };
const ORDER = { call: 0, due: 1, asked: 2, notYet: 3 } as const;

/** Who is due a check-in, who was asked, whom to call, and what was answered. */
export async function checkInsPage(user: User, scope: Scope, query: CheckInsQuery): Promise<CheckInsPage> {
  const { db, now } = store();
  const day = today();
  const settings = new Map<string, WorkspaceSettings>();
  for (const organisation of scope.organisations)
    settings.set(organisation, (await currentSettings(scope, db, organisation)).settings);
  const waiting = await stillWaiting(scope, db, await contactsInScope(scope, db, now()), day);
  const contacts = waiting
    .filter(({ site }) => query.site === "" || site === query.site)
    .map((held): Standing => ({
      ...held,
      contact: contactOf(held, settings.get(held.organisation)!, day),
    }));
  const found = contacts
    .filter(({ contact: { state } }) => (query.state === null ? state !== "notYet" : state === query.state))
    .sort((a, b) => ORDER[a.contact.state] - ORDER[b.contact.state] || compare(a.contact, b.contact));
  const first = (query.page - 1) * CHECK_INS_PAGE_SIZE;
  const part = found.slice(first, first + CHECK_INS_PAGE_SIZE);
  const checked = await checkedIn(scope, db);
  const answered = contacts.flatMap(({ id }) => (checked.has(id) ? [{ id, at: checked.get(id)! }] : []));
  const count = (state: ContactStanding["state"]) =>
    contacts.filter(({ contact }) => contact.state === state).length;
  return {
    ...{ query, today: day, total: found.length },
    counts: { call: count("call"), due: count("due"), asked: count("asked"), answered: answered.length },
    rows: await rowsOf(user, scope, part),
    answered: await answeredRows(user, scope, answered),
    sites: siteChoices(user, scope),
    rules: rulesOf(user, scope, settings),
  };
}

const compare = (a: ContactStanding, b: ContactStanding) =>
  a.since < b.since ? -1 : a.since > b.since ? 1 : 0;

function rulesOf(
  user: User,
  scope: Scope,
  settings: ReadonlyMap<string, WorkspaceSettings>,
): CheckInsPage["rules"] {
  const same = new Map<string, CheckInsPage["rules"][number]>();
  for (const { code, name, organisation } of sitesIn(user, scope)) {
    const own = settings.get(organisation)!;
    const everyDays = rulesAt(own.screening, code).thresholds.contact_every_days;
    const aDay = settingsAt(own, code).checkInsADay;
    const before = same.get(`${everyDays} ${aDay}`);
    same.set(`${everyDays} ${aDay}`, { everyDays, aDay, sites: before ? `${before.sites}, ${name}` : name });
  }
  return [...same.values()];
}

const nameOf = (user: User, { entry }: HeldEntry): string =>
  user.scope("patient.view").sites.includes(entry.listingSite)
    ? nameShown(entry.details) || entry.patientId
    : entry.pathwayId;

async function rowsOf(user: User, scope: Scope, part: readonly Standing[]): Promise<CheckInRow[]> {
  const held = await entriesById(
    scope,
    store().db,
    part.map(({ id }) => id),
  );
  return part.flatMap(({ id, site, contact, askedAt }) => {
    const one = held.get(id);
    if (!one) return [];
    const siteName = siteNameOf(user, site);
    return [
      { id, contact, askedAt, siteName, name: nameOf(user, one), procedure: procedureInFull(one.entry) },
    ];
  });
}

const DOUBTS: Record<string, string> = {
  unsure: "Not sure about the operation",
  no: "Does not want the operation",
  had: "Says they have had the operation",
};

async function answeredRows(
  user: User,
  scope: Scope,
  answered: { id: string; at: string }[],
): Promise<AnsweredRow[]> {
  const { db } = store();
  const ids = [...answered]
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, ANSWERS_SHOWN)
    .map(({ id }) => id);
  const answers = await checkInsOf(db, ids);
  const last = ids.map((id) => ({ id, ...answers.get(id)!.at(-1)! }));
  const held = await entriesById(scope, db, ids);
  const open = await changedSince(scope, db);
  return last.flatMap(({ id, completedAt, answers: given }) => {
    const one = held.get(id);
    if (!one) return [];
    return [
      {
        ...{ id, at: completedAt, name: nameOf(user, one), open: open.has(id) },
        doubt: DOUBTS[String(given.still_want)] ?? null,
        changed: healthChanges(given, HEALTH_CHANGES).length > 0,
      },
    ];
  });
}
