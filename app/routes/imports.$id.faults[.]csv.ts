import { guarded } from "~/auth/guard.server";
import { BYTE_ORDER_MARK } from "~/export/csv";
import { notFound } from "~/http/refusal";
import { importFaultsCsv } from "~/views/import-page.server";

/** The faults and warnings of an import, to work through beside the file. */
export const loader = guarded("import.view", async ({ params, user, scope }) => {
  const text = await importFaultsCsv(user, scope, params.id ?? "");
  if (text === null) throw notFound("There is no such import on your sites.");
  return new Response(BYTE_ORDER_MARK + text, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="faults.csv"',
    },
  });
});
