import type { User } from "~/auth/visitor.server";
import type { IsoDate } from "~/domain/calendar";
import type { HeldHandWeek } from "~/services/hand/held-week.server";
import { store } from "~/store.server";
import type { Scope } from "~db/scope";
import { entriesById } from "~db/waiting-list";
import { peopleAmong, type People } from "../week-people.server";

/** Who looks at which week of which organisation. */
export interface HandPageAsked {
  user: User;
  scope: Scope;
  organisation: string;
  week: IsoDate;
  today: IsoDate;
  search: URLSearchParams;
}

/** Everybody on the lists that are shown, and some others. */
export async function peopleShown(
  { user, week: start }: HandPageAsked,
  week: HeldHandWeek,
  sessions: readonly string[],
  others: readonly string[],
): Promise<People> {
  const onLists = sessions.flatMap((id) => {
    const { session } = week.sessions.get(id)!;
    return week.hand
      .casesOf(session)
      .map(({ entry }) => ({ entry: week.idOf.get(entry)!, site: session.site }));
  });
  const known = new Set(onLists.map(({ entry }) => entry));
  const more = others.filter((entry) => !known.has(entry)).map((entry) => ({ entry }));
  const elsewhere = more.filter(({ entry }) => !week.entries.has(entry)).map(({ entry }) => entry);
  const held =
    elsewhere.length === 0
      ? week.entries
      : new Map([...week.entries, ...(await entriesById(week.scope, store().db, elsewhere))]);
  const page = `/weeks/${start}/change`;
  return peopleAmong(user, held, { entries: [...onLists, ...more], page, again: true });
}
