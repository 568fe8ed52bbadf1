import { asc, eq } from "drizzle-orm";
import type { SiteType } from "~/domain/theatre";
import type { Actor } from "./actor";
import type { Reader } from "./engine";
import { installation, organisation, site, theatre, type InstallationMode } from "./schema";
import { inScope, type Scope } from "./scope";
import type { Store } from "./store";

export interface Installation {
  mode: InstallationMode;
  createdAt: string;
  demoFirstDay: string | null;
}

export interface Organisation {
  code: string;
  name: string;
}

export interface Site {
  code: string;
  organisation: string;
  name: string;
  type: SiteType;
}

/** What this installation is; null before it is set up. It is about nobody's data and needs no scope. */
export async function readInstallation(db: Reader): Promise<Installation | null> {
  const { mode, createdAt, demoFirstDay } = installation;
  const [found] = await db.select({ mode, createdAt, demoFirstDay }).from(installation);
  return found ?? null;
}

/** Says once what this installation is. */
export async function createInstallation(
  store: Store,
  actor: Actor,
  about: { mode: InstallationMode; demoFirstDay: string | null },
): Promise<{ kind: "created" } | { kind: "alreadyCreated" }> {
  return store.commit(actor, "installation.create", async (tx) => {
    if ((await readInstallation(tx.db)) !== null) return { kind: "alreadyCreated" };
    await tx.insert(installation, { id: "installation", createdAt: tx.at, ...about });
    return { kind: "created" };
  });
}

/** Organisations in scope, by name. */
export async function listOrganisations(scope: Scope, db: Reader): Promise<Organisation[]> {
  return db
    .select()
    .from(organisation)
    .where(inScope(scope, organisation.code))
    .orderBy(asc(organisation.name), asc(organisation.code));
}

/** Sites in scope, by name. */
export async function listSites(scope: Scope, db: Reader): Promise<Site[]> {
  return db
    .select()
    .from(site)
    .where(inScope(scope, site.organisation, site.code))
    .orderBy(asc(site.name), asc(site.code));
}

/** What every site of the installation is called, by code, whoever asks; a code that is not known stands for itself. */
export async function siteNames(db: Reader): Promise<(code: string) => string> {
  const sites = await db.select({ code: site.code, name: site.name }).from(site);
  const names = new Map(sites.map(({ code, name }) => [code, name]));
  return (code) => names.get(code) ?? code;
}

/** Theatres of the sites in scope, by site and name. */
export async function listTheatres(scope: Scope, db: Reader): Promise<{ site: string; name: string }[]> {
  return db
    .select({ site: theatre.site, name: theatre.name })
    .from(theatre)
    .innerJoin(site, eq(theatre.site, site.code))
    .where(inScope(scope, site.organisation, site.code))
    .orderBy(asc(theatre.site), asc(theatre.name));
}

/** The scope of the whole installation: for commands and jobs, never for a person's request. */
export async function wholeScope(db: Reader): Promise<Scope> {
  const organisations = await db.select({ code: organisation.code }).from(organisation);
  const sites = await db.select({ code: site.code }).from(site);
  return { organisations: organisations.map(({ code }) => code), sites: sites.map(({ code }) => code) };
}

/**
 * One organisation with all its sites: to find the entry that a link, a message or a job of its own names, as the file
 * may have moved the entry to another site since. Never for a user's request.
 */
export async function organisationScope(db: Reader, code: string): Promise<Scope> {
  const sites = await db.select({ code: site.code }).from(site).where(eq(site.organisation, code));
  return { organisations: [code], sites: sites.map((one) => one.code) };
}

/** Makes an organisation, or gives a known one its new name. */
export async function saveOrganisation(store: Store, actor: Actor, saved: Organisation): Promise<void> {
  await store.commit(actor, "organisation.save", async (tx) => {
    const [held] = await tx.db.select().from(organisation).where(eq(organisation.code, saved.code));
    if (held === undefined) await tx.insert(organisation, saved, { organisation: saved.code });
    else
      await tx.update(organisation, { code: saved.code }, { name: saved.name }, { organisation: saved.code });
  });
}

/** Makes a site, or changes a known one; a site never goes over to another organisation by this. */
export async function saveSite(
  store: Store,
  actor: Actor,
  saved: Site,
): Promise<{ kind: "saved" } | { kind: "ofAnotherOrganisation"; organisation: string }> {
  return store.commit(actor, "site.save", async (tx) => {
    const about = { organisation: saved.organisation, site: saved.code };
    const [held] = await tx.db.select().from(site).where(eq(site.code, saved.code));
    if (held === undefined) await tx.insert(site, saved, about);
    else if (held.organisation !== saved.organisation) {
      return { kind: "ofAnotherOrganisation", organisation: held.organisation };
    } else await tx.update(site, { code: saved.code }, { name: saved.name, type: saved.type }, about);
    return { kind: "saved" };
  });
}
