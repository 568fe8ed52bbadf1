import { guarded } from "~/auth/guard.server";
import { notFound } from "~/http/refusal";
import { calendarOf, type CalendarOf } from "~/views/calendar.server";
import { weekOf } from "~/views/sessions-week";
import { organisationShown } from "~/views/week-choice.server";

/** Eight weeks of sessions of a theatre (`site` and `theatre`) or a surgeon (`surgeon`) as a calendar, without patients. */
export const loader = guarded("list.view", async ({ request, params, scope }) => {
  const { searchParams } = new URL(request.url);
  const week = weekOf(params.weekStart ?? null);
  const organisation = organisationShown(scope, searchParams);
  const of = whoseOf(searchParams);
  if (week === null || organisation === null || of === null)
    throw notFound("An address of a calendar names a week, and a surgeon or a site and theatre.");
  const text = await calendarOf(scope, organisation, week, of);
  if (text === null) throw notFound("There is no such session from that week on in your sites.");
  return new Response(text, {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": `attachment; filename="sessions-${week}.ics"`,
    },
  });
});

function whoseOf(search: URLSearchParams): CalendarOf | null {
  const [surgeon, site, theatre] = ["surgeon", "site", "theatre"].map((name) => search.get(name));
  if (surgeon) return { surgeon };
  return site && theatre ? { site, theatre } : null;
}
