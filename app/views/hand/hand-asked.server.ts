import type { GuardedArgs } from "~/auth/guard.server";
import { today } from "~/clock.server";
import { badRequest, notFound } from "~/http/refusal";
import { formText } from "~/http/form-text";
import { weekOf } from "../sessions-week";
import { organisationShown } from "../week-choice.server";
import type { HandPageAsked } from "./hand-people.server";

/** The week that an address asks for, of the organisation that it names or of the reader's first. */
export function handAsked({ request, params, user, scope }: GuardedArgs): HandPageAsked {
  const search = new URL(request.url).searchParams;
  const week = weekOf(params.weekStart ?? null);
  const organisation = organisationShown(scope, search);
  if (week === null || organisation === null || week !== params.weekStart)
    throw notFound("There is no such week whose lists you may change.");
  return { user, scope, organisation, week, search, today: today() };
}

/** The revision of the week that a form was decided on. */
export function baseRevision(form: FormData): number {
  const revision = formText(form, "baseRevision");
  if (!/^\d{1,9}$/.test(revision))
    throw badRequest("The form does not say which revision of the week it stands on. Open it again.");
  return Number(revision);
}

/** Address of a page of the board. */
export function changePath(
  { week, organisation, scope }: Pick<HandPageAsked, "week" | "organisation" | "scope">,
  rest = "",
  show: Record<string, string> = {},
): string {
  const named: Record<string, string> = scope.organisations.length > 1 ? { organisation } : {};
  const search = new URLSearchParams({ ...named, ...show }).toString();
  return `/weeks/${week}/change${rest}${search ? `?${search}` : ""}`;
}
