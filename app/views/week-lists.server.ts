import type { User } from "~/auth/visitor.server";
import type { IsoDate } from "~/domain/calendar";
import { noticeStanding, type NoticeStanding } from "~/domain/patient-notice";
import { publishedChanges } from "~/domain/published-changes";
import type { PublishedCase } from "~/domain/published-list";
import type { CaseNow } from "~/services/lists/list-held";
import { listsNow, type ListNow } from "~/services/lists/list-now.server";
import { store } from "~/store.server";
import { latestVersions, type ListVersion } from "~db/list-versions";
import { listSites, wholeScope } from "~db/organisations";
import { recordPatientAccess } from "~db/patient-access";
import { noticesOfEntries } from "~db/patient-notices";
import type { Scope } from "~db/scope";

/** One confirmed case of a week: as its list would be published, and how its patient stands with the date. */
export interface WeekCase {
  list: ListNow;
  version: ListVersion | null;
  item: PublishedCase;
  now: CaseNow;
  standing: NoticeStanding;
}

export interface WeekAsked {
  user: User;
  scope: Scope;
  organisation: string;
  week: IsoDate;
  today: IsoDate;
  /** Path of the page, for the record of who looked at whom. */
  page: string;
}

/**
 * The confirmed cases of a week's lists in scope, in the order of time; the others are on none of its papers. Records
 * whom the page shows.
 */
export async function weekCases(asked: WeekAsked): Promise<{ lists: ListNow[]; cases: WeekCase[] }> {
  const { user, scope, organisation, page } = asked;
  const { db } = store();
  const lists = await listsNow(scope, db, asked);
  const versions = await latestVersions(
    scope,
    db,
    lists.map(({ held }) => held.id),
  );
  const sites = (await listSites(await wholeScope(db), db)).map(({ code }) => code);
  const all = lists.flatMap((list) => list.cases.map(({ held }) => held.id));
  const notices = await noticesOfEntries({ organisations: [organisation], sites }, db, all);
  const cases = lists.flatMap((list) =>
    list.content.cases.map((item): WeekCase => {
      const now = list.cases.find(({ held }) => held.id === item.entry)!;
      const place = { session: list.held.id, date: list.held.session.date };
      const standing = noticeStanding(notices.get(item.entry) ?? [], place);
      return { list, version: versions.get(list.held.id) ?? null, item, now, standing };
    }),
  );
  const patients = cases.map(({ now }) => now.held.patient);
  await recordPatientAccess(store(), { kind: "user", id: user.id }, { patients, page });
  return { lists, cases };
}

/** Which version of its list a case is on, in words. */
export function versionWords({ list, version }: Pick<WeekCase, "list" | "version">): string {
  if (version === null) return "draft";
  const changed = publishedChanges(version.content, list.content).length > 0;
  return `version ${version.number}${changed ? ", changed since" : ""}`;
}
