import type { User } from "~/auth/visitor.server";
import { today } from "~/clock.server";
import type { IsoDate } from "~/domain/calendar";
import { ENTERED_MEASURES, type EnteredMeasure } from "~/domain/perioperative/measures";
import { measureFacts, MEASURES_SOURCE, type MeasureFacts } from "~/facts/measures";
import { store } from "~/store.server";
import type { Scope } from "~db/scope";
import { findEntry } from "~db/waiting-list";
import { nameShown } from "../entry-words";

/** What the form of measures shows. */
export interface MeasuresPage {
  id: string;
  name: string;
  today: IsoDate;
  fields: (MeasureFacts & { measure: EnteredMeasure })[];
  confidence: string;
}

/** The form of measures of one entry; null: none in scope that waits. */
export async function measuresPage(user: User, scope: Scope, id: string): Promise<MeasuresPage | null> {
  const held = await findEntry(scope, store().db, id);
  if (held === null || held.state !== "listed") return null;
  const known = user.scope("patient.view").sites.includes(held.entry.listingSite);
  return {
    id,
    name: known ? nameShown(held.entry.details) || held.entry.patientId : held.entry.pathwayId,
    today: today(),
    fields: ENTERED_MEASURES.map((measure) => ({ measure, ...measureFacts(measure) })),
    confidence: MEASURES_SOURCE.confidence,
  };
}
