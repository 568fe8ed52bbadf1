import type { WeekHead } from "~/views/week-head.server";

type Place = Pick<WeekHead, "week" | "organisation">;

/** The page that lays a week as it stands beside its proposal. */
export function differencePath({ week, organisation }: Place): string {
  return `/weeks/${week}/difference?${new URLSearchParams({ organisation })}`;
}

/** The page of a week's what-ifs. */
export function whatIfPath({ week, organisation }: Place): string {
  return `/weeks/${week}/what-if?${new URLSearchParams({ organisation })}`;
}

/** Address of a week, with what is to be shown of it. */
export function weekPath({ week, organisation }: Place, show: Record<string, string> = {}): string {
  const search = new URLSearchParams({ organisation, ...show });
  return `/weeks/${week}?${search}`;
}
