import { both } from "~/auth/both";
import { guarded, requireAlso } from "~/auth/guard.server";
import { BYTE_ORDER_MARK } from "~/export/csv";
import { pasChangesCsv } from "~/export/pas-changes";
import { notFound } from "~/http/refusal";
import { pasFileToApply } from "~/views/pas.server";

/** A file of changes for the patient administration system. */
export const loader = guarded("list.publish", async ({ params, user, scope }) => {
  const own = both(scope, await requireAlso(user, "patient.view"));
  const id = params.id ?? "";
  const rows = await pasFileToApply(user, own, id);
  if (rows === null) throw notFound("There is no such file of your organisations.");
  return new Response(BYTE_ORDER_MARK + pasChangesCsv(rows), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="apply-in-pas-${id.slice(0, 13)}.csv"`,
    },
  });
});
