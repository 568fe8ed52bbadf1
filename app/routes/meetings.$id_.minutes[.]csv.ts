import { guarded } from "~/auth/guard.server";
import { BYTE_ORDER_MARK } from "~/export/csv";
import { notFound } from "~/http/refusal";
import { minutesCsv } from "~/views/meetings/minutes.server";

/** Decisions and actions of a meeting, to work through elsewhere. */
export const loader = guarded("meeting.hold", async ({ params, scope }) => {
  const text = await minutesCsv(scope, params.id!);
  if (text === null) throw notFound("There is no such meeting in your organisation.");
  return new Response(BYTE_ORDER_MARK + text, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="minutes.csv"',
    },
  });
});
