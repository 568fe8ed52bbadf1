import { guarded } from "~/auth/guard.server";
import { BYTE_ORDER_MARK } from "~/export/csv";
import { listsCsv } from "~/export/list";
import { weekWithPatients } from "~/views/week-asked.server";
import { weekExport } from "~/views/week-exports.server";

/** All lists of a week as CSV: each as it was published last, or its draft. */
export const loader = guarded("patient.view", async (args) => {
  const asked = await weekWithPatients(args);
  return new Response(BYTE_ORDER_MARK + listsCsv(await weekExport(asked)), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="lists-${asked.week}.csv"`,
    },
  });
});
