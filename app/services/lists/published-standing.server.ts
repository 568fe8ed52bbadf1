import type { IsoDate } from "~/domain/calendar";
import { publishedChanges } from "~/domain/published-changes";
import type { Reader } from "~db/engine";
import { latestVersions } from "~db/list-versions";
import type { Scope } from "~db/scope";
import { listsNow } from "./list-now.server";

/** A published list: its version, and how many things differ from it by now; 0: it is as published. */
export interface PublishedStanding {
  version: number;
  changes: number;
}

/** How the published lists of an organisation's week stand, by id of the session; lists without a version have none. */
export async function publishedStandings(
  scope: Scope,
  db: Reader,
  {
    sessions,
    ...asked
  }: { organisation: string; week: IsoDate; today: IsoDate; sessions: readonly string[] },
): Promise<Map<string, PublishedStanding>> {
  const versions = await latestVersions(scope, db, sessions);
  if (versions.size === 0) return new Map();
  const lists = await listsNow(scope, db, asked, [...versions.keys()]);
  return new Map(
    lists.map(({ held, content }) => {
      const version = versions.get(held.id)!;
      const changes = publishedChanges(version.content, content).length;
      return [held.id, { version: version.number, changes }];
    }),
  );
}

/** The same in words, for a mark: `Published, version 3` or `Changed since version 3`. */
export function standingWords({ version, changes }: PublishedStanding): string {
  return changes > 0 ? `Changed since version ${version}` : `Published, version ${version}`;
}
