import { and, inArray, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";

/**
 * What somebody may see: ODS codes of organisations, and of the sites within them. The first argument of every read:
 * nothing outside it is ever returned, and an empty scope sees nothing.
 */
export interface Scope {
  organisations: string[];
  sites: string[];
}

/** Keeps rows of organisations and, where the row belongs to a site, of sites in scope. */
export function inScope(scope: Scope, organisation: PgColumn, site?: PgColumn): SQL | undefined {
  return and(
    inArray(organisation, scope.organisations),
    site === undefined ? undefined : inArray(site, scope.sites),
  );
}

/** Whether something that speaks for several sites, and cannot be cut apart, lies wholly in scope. */
export function coversSites(scope: Scope, sites: string[]): boolean {
  return sites.every((site) => scope.sites.includes(site));
}
