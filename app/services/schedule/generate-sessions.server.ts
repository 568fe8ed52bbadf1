import { addDays, type DateRange } from "~/domain/calendar";
import { generateSessions, sessionIdentifier, type Generated } from "~/domain/schedule/generation";
import { weekdayDates, type SessionTemplate } from "~/domain/schedule/template";
import { bankHoliday } from "~/facts/bank-holidays";
import type { Actor } from "~db/actor";
import type { Reader } from "~db/engine";
import { insertMadeSessions, madeDays, takenIdentifiers, type MadeSession } from "~db/made-sessions";
import type { Scope } from "~db/scope";
import { listTemplates } from "~db/session-templates";
import type { Store } from "~db/store";
import { listSessions } from "~db/theatre-sessions";

/** A span of dates of an organisation, both days included. */
export interface GenerationAsked {
  organisation: string;
  span: DateRange;
}

/** What generating would make and skip now; nothing is written. */
export async function previewGeneration(
  scope: Scope,
  db: Reader,
  { organisation, span }: GenerationAsked,
): Promise<Generated[]> {
  const templates = await listTemplates(scope, db, organisation);
  const until = { from: span.from, until: addDays(span.to, 1) };
  const sessions = await listSessions(scope, db, until, organisation);
  return generateSessions({
    ...{ templates, span, holiday: bankHoliday },
    made: new Set(await madeDays(scope, db, until, organisation)),
    standing: sessions.map(({ session }) => session),
    taken: await takenIdentifiers(db, organisation, identifiersOf(templates, span)),
  });
}

/**
 * Makes the sessions of a span that the templates ask for and that were never made, in one commit with an event each.
 * Asked twice, or by two at once, the second makes none.
 */
export async function generate(
  scope: Scope,
  store: Store,
  actor: Actor,
  asked: GenerationAsked,
): Promise<{ made: number; skipped: number }> {
  return store.commit(actor, "sessions.generate", async (tx) => {
    const all = await previewGeneration(scope, tx.db, asked);
    const made = all.flatMap((one) => (one.sessionId === null ? [] : [madeSession(one, one.sessionId)]));
    await insertMadeSessions(tx, asked.organisation, made);
    return { made: made.length, skipped: all.length - made.length };
  });
}

function identifiersOf(templates: readonly SessionTemplate[], span: DateRange): string[] {
  return templates.flatMap((template) =>
    weekdayDates(span, template.weekday).map((date) => sessionIdentifier(template, date)),
  );
}

function madeSession({ template, date }: Generated, sessionId: string): MadeSession {
  const { id, site, theatre, start, end, treatmentFunctions, surgeons, anaesthetics, paediatric } = template;
  const { maxCases, heldMinutes, anaesthetist, equipment, funding, visitingTeam } = template;
  return {
    session: {
      ...{ sessionId, site, theatre, date, start, end, treatmentFunctions, surgeons, anaesthetics },
      ...{ paediatric, maxCases, heldMinutes, status: "open" },
    },
    detail: {
      ...{ origin: "template", template: id, templateDate: date },
      ...{ anaesthetist, equipment, funding, visitingTeam },
    },
    event: { kind: "generated", detail: { template: id } },
  };
}
