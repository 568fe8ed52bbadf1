import type { User } from "~/auth/visitor.server";
import { store } from "~/store.server";
import { listSites, listTheatres } from "~db/organisations";
import type { Scope } from "~db/scope";

/** Where sessions may be placed: the sites of one organisation in scope, and their theatres. */
export interface Places {
  organisation: string;
  sites: { code: string; name: string }[];
  theatres: { site: string; name: string }[];
}

/** The sites and theatres of an organisation at which somebody may change sessions. */
export async function placesOf(scope: Scope, organisation: string): Promise<Places> {
  const { db } = store();
  const sites = (await listSites(scope, db)).filter((site) => site.organisation === organisation);
  const codes = new Set(sites.map(({ code }) => code));
  const theatres = (await listTheatres(scope, db)).filter(({ site }) => codes.has(site));
  const order = new Intl.Collator("en", { numeric: true });
  return {
    organisation,
    sites: sites.map(({ code, name }) => ({ code, name })),
    theatres: theatres.sort((a, b) => order.compare(a.site, b.site) || order.compare(a.name, b.name)),
  };
}

/** Whether somebody may change sessions of an organisation anywhere. */
export function mayChange(user: User, organisation: string): boolean {
  return user.scope("session.edit").organisations.includes(organisation);
}
