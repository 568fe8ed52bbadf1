import { isRole, roleFacts, type Permission } from "~/facts/roles";
import type { Scope } from "~db/scope";

/** A role at one site, or (site null) at all sites of the organisation. */
export interface Grant {
  role: string;
  organisation: string;
  site: string | null;
}

/** A site and the organisation it belongs to. */
export interface SiteOfOrganisation {
  code: string;
  organisation: string;
}

/** Whether a grant's role holds a permission. A role that the facts no longer name holds none. */
function gives(grant: Grant, permission: Permission): boolean {
  return isRole(grant.role) && roleFacts(grant.role).permissions.includes(permission);
}

/** Whether any of the grants gives the permission anywhere. */
export function mayAnywhere(grants: Grant[], permission: Permission): boolean {
  return grants.some((grant) => gives(grant, permission));
}

/** The organisations and sites for which the grants give a permission. `sites`: all sites of those organisations. */
export function scopeFor(grants: Grant[], permission: Permission, sites: SiteOfOrganisation[]): Scope {
  const giving = grants.filter((grant) => gives(grant, permission));
  const covered = sites.filter((site) => giving.some((grant) => coversSite(grant, site)));
  return {
    organisations: [...new Set(giving.map((grant) => grant.organisation))],
    sites: covered.map((site) => site.code),
  };
}

function coversSite(grant: Grant, site: SiteOfOrganisation): boolean {
  return grant.organisation === site.organisation && (grant.site === null || grant.site === site.code);
}

/** Whether the grants give a permission for all that `wanted` covers: one site, or (site null) a whole organisation. */
export function mayFor(
  grants: Grant[],
  permission: Permission,
  wanted: { organisation: string; site: string | null },
): boolean {
  return grants.some(
    (grant) =>
      gives(grant, permission) &&
      grant.organisation === wanted.organisation &&
      (grant.site === null || grant.site === wanted.site),
  );
}
