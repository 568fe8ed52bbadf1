import { guarded } from "~/auth/guard.server";
import { notFound } from "~/http/refusal";
import { runEvents } from "~/views/run-events.server";
import { currentStanding } from "~/views/run-page.server";

/** Server-sent events of a solve; a browser that was cut off says in Last-Event-ID what it has seen. */
export const loader = guarded("plan.view", async ({ request, params, scope }) => {
  const run = params.runId ?? "";
  if ((await currentStanding(scope, run)) === null) throw notFound("There is no such solve.");
  const last = request.headers.get("last-event-id");
  const seen = last !== null && /^\d+$/.test(last) ? Number(last) : null;
  const headers = {
    "Content-Type": "text/event-stream; charset=utf-8",
    "Cache-Control": "no-cache, no-transform",
    "X-Accel-Buffering": "no",
  };
  return new Response(runEvents({ scope, run, seen, signal: request.signal }), { headers });
});
