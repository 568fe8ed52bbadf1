import type { GuardedArgs } from "~/auth/guard.server";
import { requireAlso } from "~/auth/guard.server";
import { both } from "~/auth/both";
import { today } from "~/clock.server";
import { notFound } from "~/http/refusal";
import { weekOf } from "./sessions-week";
import { organisationShown } from "./week-choice.server";
import type { WeekAsked } from "./week-lists.server";

/**
 * The week that an address asks for, where the user may see lists and who is on them; else the request ends with an
 * answer that says why not.
 */
export async function weekWithPatients({ request, params, user, scope }: GuardedArgs): Promise<WeekAsked> {
  const { pathname, searchParams } = new URL(request.url);
  const lists = await requireAlso(user, "list.view");
  const named = both(both(scope, lists), await requireAlso(user, "patient.view"));
  const week = weekOf(params.weekStart ?? null);
  const organisation = organisationShown(named, searchParams);
  if (week === null || week !== params.weekStart || organisation === null)
    throw notFound("There is no such week. An address names the Monday of its week.");
  return { user, scope: named, organisation, week, today: today(), page: pathname };
}
