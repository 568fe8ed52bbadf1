import type { ExportedList } from "~/export/list";
import { listsNow } from "~/services/lists/list-now.server";
import { store } from "~/store.server";
import { latestVersions } from "~db/list-versions";
import type { WeekAsked } from "./week-lists.server";
import { recordLooks } from "./list-sheet.server";

/** The lists of a week to be taken away: each as it was published last, or its draft; lists without cases are none. */
export async function weekExport(asked: WeekAsked): Promise<ExportedList[]> {
  const { db } = store();
  const lists = await listsNow(asked.scope, db, asked);
  const versions = await latestVersions(
    asked.scope,
    db,
    lists.map(({ held }) => held.id),
  );
  const exported = lists.map(({ held, content }) => {
    const version = versions.get(held.id);
    return { list: version?.content ?? content, version: version?.number ?? null };
  });
  for (const { list } of exported) await recordLooks(asked.user, list, asked.page);
  return exported;
}
