import { guarded } from "~/auth/guard.server";
import { notFound } from "~/http/refusal";
import { dayEvents } from "~/views/operating-day/day-events.server";

/** Server-sent events of a running list. */
export const loader = guarded("list.view", async ({ request, params, scope }) => {
  const events = await dayEvents(scope, params.id ?? "", request.signal);
  if (events === null) throw notFound("There is no such session at your sites.");
  const headers = {
    "Content-Type": "text/event-stream; charset=utf-8",
    "Cache-Control": "no-cache, no-transform",
    "X-Accel-Buffering": "no",
  };
  return new Response(events, { headers });
});
