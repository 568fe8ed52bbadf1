import type { WeekHead } from "~/views/week-head.server";

/** Address of a week, with what is to be shown of it. */
export function weekPath(
  { week, organisation }: Pick<WeekHead, "week" | "organisation">,
  show: Record<string, string> = {},
): string {
  const search = new URLSearchParams({ organisation, ...show });
  return `/weeks/${week}?${search}`;
}
