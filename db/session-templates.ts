import { and, asc, eq, type SQL } from "drizzle-orm";
import type { SessionTemplate } from "~/domain/schedule/template";
import type { Tx } from "./commit";
import type { Reader } from "./engine";
import { newId } from "./new-id";
import { sessionTemplate } from "./schema";
import { inScope, type Scope } from "./scope";

/** What a person gives of a template. */
export type TemplateGiven = Omit<SessionTemplate, "id" | "organisation" | "revision">;

/** The templates of an organisation at sites in scope, ended ones too, by site, theatre, weekday and start. */
export async function listTemplates(
  scope: Scope,
  db: Reader,
  organisation: string,
): Promise<SessionTemplate[]> {
  return templatesWhere(scope, db, eq(sessionTemplate.organisation, organisation));
}

/** One template in scope. */
export async function findTemplate(scope: Scope, db: Reader, id: string): Promise<SessionTemplate | null> {
  return (await templatesWhere(scope, db, eq(sessionTemplate.id, id)))[0] ?? null;
}

async function templatesWhere(scope: Scope, db: Reader, where: SQL): Promise<SessionTemplate[]> {
  const { organisation, site, theatre, weekday, start, id } = sessionTemplate;
  return db
    .select()
    .from(sessionTemplate)
    .where(and(inScope(scope, organisation, site), where))
    .orderBy(asc(site), asc(theatre), asc(weekday), asc(start), asc(id));
}

/** Adds a template; answers with its id. */
export async function insertTemplate(tx: Tx, organisation: string, given: TemplateGiven): Promise<string> {
  const id = newId();
  await tx.insert(sessionTemplate, { ...given, id, organisation, revision: 1 });
  return id;
}

/** Changes a template that was read in the same commit, and counts the change. */
export async function updateTemplate(
  tx: Tx,
  { id, organisation, site, revision }: SessionTemplate,
  set: Partial<TemplateGiven>,
): Promise<void> {
  await tx.update(sessionTemplate, { id }, { ...set, revision: revision + 1 }, { organisation, site });
}
