import type { User } from "~/auth/visitor.server";
import { EQUIPMENT_CODES } from "~/facts/equipment";
import { store } from "~/store.server";
import { knownEquipment } from "~db/known-equipment";
import { listSites, listTheatres } from "~db/organisations";
import type { Scope } from "~db/scope";

/** Where sessions may be placed, and with what: the sites of one organisation in scope, their theatres, and equipment. */
export interface Places {
  organisation: string;
  sites: { code: string; name: string }[];
  theatres: { site: string; name: string }[];
  /** Codes of equipment that the organisation uses, or that ship with Hublist. */
  equipment: string[];
}

/** The sites and theatres of an organisation at which somebody may change sessions. */
export async function placesOf(scope: Scope, organisation: string): Promise<Places> {
  const { db } = store();
  const sites = (await listSites(scope, db)).filter((site) => site.organisation === organisation);
  const codes = new Set(sites.map(({ code }) => code));
  const theatres = (await listTheatres(scope, db)).filter(({ site }) => codes.has(site));
  const used = await knownEquipment(scope, db, organisation);
  const order = new Intl.Collator("en", { numeric: true });
  return {
    organisation,
    sites: sites.map(({ code, name }) => ({ code, name })),
    theatres: theatres.sort((a, b) => order.compare(a.site, b.site) || order.compare(a.name, b.name)),
    equipment: [...new Set([...used, ...EQUIPMENT_CODES])].sort(),
  };
}

/** Whether somebody may change sessions of an organisation anywhere. */
export function mayChange(user: User, organisation: string): boolean {
  return user.scope("session.edit").organisations.includes(organisation);
}
