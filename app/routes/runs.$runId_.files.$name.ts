import { guarded } from "~/auth/guard.server";
import { notFound } from "~/http/refusal";
import { downloadPlanFile } from "~/services/solve-week-download.server";
import { store } from "~/store.server";

/** One of the planner's files of a plan, exactly as it was solved. */
export const loader = guarded("plan.download", async ({ params, user, scope }) => {
  const { runId: run = "", name = "" } = params;
  const found = await downloadPlanFile(scope, store(), { kind: "user", id: user.id }, { run, name });
  if (found === null) throw notFound("There is no such file of a plan in your organisations and sites.");
  const type = found.name.endsWith(".csv") ? "text/csv; charset=utf-8" : "application/json; charset=utf-8";
  const headers = { "Content-Type": type, "Content-Disposition": `attachment; filename="${found.name}"` };
  return new Response(new Uint8Array(found.bytes), { headers });
});
