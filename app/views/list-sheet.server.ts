import type { User } from "~/auth/visitor.server";
import type { IsoDate } from "~/domain/calendar";
import type { PublishedList } from "~/domain/published-list";
import { publishedChanges } from "~/domain/published-changes";
import { listNow } from "~/services/lists/list-now.server";
import { store } from "~/store.server";
import { listVersions } from "~db/list-versions";
import { recordPatientAccess } from "~db/patient-access";
import type { Scope } from "~db/scope";
import { patientsOfEntries } from "~db/waiting-list";
import { wholeScope } from "~db/organisations";
import { actorNames } from "./actor-names.server";

/** A list on paper: a version as it was published, or a draft of what would be. */
export interface ListSheetPage {
  session: string;
  list: PublishedList;
  /** Null: a draft. */
  version: { number: number; at: string; by: string } | null;
  /**
   * The version that counts (null: none), and whether the list has changed since; `at`: the instant of this look.
   */
  latest: { number: number | null; changed: boolean; at: string };
}

/**
 * The version that is asked for; without one the latest, and the draft where nothing is published or a draft is asked
 * for. Null: there is no such session or version in scope.
 */
export async function listSheet(
  user: User,
  scope: Scope,
  asked: { session: string; version: string | null; today: IsoDate },
): Promise<ListSheetPage | null> {
  const { db, now } = store();
  const list = await listNow(scope, db, asked.session, asked.today);
  if (list === null) return null;
  const versions = await listVersions(scope, db, asked.session);
  const latest = versions[0] ?? null;
  const isDraft = asked.version === "draft" || (asked.version === null && latest === null);
  const shown = isDraft
    ? null
    : asked.version === null
      ? latest
      : versions.find(({ number }) => String(number) === asked.version);
  if (shown === undefined) return null;
  const content = shown?.content ?? list.content;
  await recordLooks(user, content, `/sessions/${asked.session}/list/print`);
  const changed = latest !== null && publishedChanges(latest.content, list.content).length > 0;
  const by = shown ? (await actorNames([shown.publishedBy]))(shown.publishedBy) : "";
  return {
    ...{ session: asked.session, list: content },
    version: shown && { number: shown.number, at: shown.publishedAt, by },
    latest: {
      ...{ number: latest?.number ?? null, at: now() },
      changed: changed && shown?.number === latest?.number,
    },
  };
}

/** Everybody on a sheet was shown by name to who took it away. */
export async function recordLooks(user: User, { cases }: PublishedList, page: string): Promise<void> {
  const { db } = store();
  const ids = cases.map(({ entry }) => entry);
  const patients = await patientsOfEntries(await wholeScope(db), db, ids);
  await recordPatientAccess(
    store(),
    { kind: "user", id: user.id },
    { patients: [...patients.values()], page },
  );
}
