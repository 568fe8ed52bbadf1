import { both } from "~/auth/both";
import { guarded, requireAlso } from "~/auth/guard.server";
import { today } from "~/clock.server";
import { BYTE_ORDER_MARK } from "~/export/csv";
import { listsCsv } from "~/export/list";
import { notFound } from "~/http/refusal";
import { listSheet } from "~/views/list-sheet.server";

/** The latest version of a list as CSV, or its draft where nothing is published. */
export const loader = guarded("patient.view", async ({ request, params, user, scope }) => {
  const lists = await requireAlso(user, "list.view");
  const version = new URL(request.url).searchParams.get("version");
  const asked = { session: params.id ?? "", version, today: today() };
  const page = await listSheet(user, both(scope, lists), asked);
  if (page === null) throw notFound("There is no such list, or no such version of it, on your sites.");
  const text = listsCsv([{ list: page.list, version: page.version?.number ?? null }]);
  const name = `list-${page.list.date}-${page.list.sessionId.replace(/[^\w-]/g, "-")}.csv`;
  return new Response(BYTE_ORDER_MARK + text, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}"`,
    },
  });
});
