import type { SessionTemplate } from "~/domain/schedule/template";
import { store } from "~/store.server";
import type { Scope } from "~db/scope";
import { findTemplate } from "~db/session-templates";
import { placesOf, type Places } from "./places.server";

/** A template and where it may be placed; null: there is none in scope. */
export async function templatePage(
  scope: Scope,
  id: string,
): Promise<{ template: SessionTemplate; places: Places } | null> {
  const template = await findTemplate(scope, store().db, id);
  return template && { template, places: await placesOf(scope, template.organisation) };
}
