import { and, eq, like } from "drizzle-orm";
import type { Reader } from "./engine";
import { sessionDetail, sessionTemplate, sharedResource, theatreSession, waitingListEntry } from "./schema";
import { inScope, type Scope } from "./scope";

const EQUIPMENT = "equipment:";

/** Codes of equipment that the cases, shared resources, sessions and templates of an organisation in scope name, sorted. */
export async function knownEquipment(scope: Scope, db: Reader, organisation: string): Promise<string[]> {
  const resources = await db
    .selectDistinct({ resource: sharedResource.resource })
    .from(sharedResource)
    .where(
      and(
        inScope(scope, sharedResource.organisation, sharedResource.site),
        eq(sharedResource.organisation, organisation),
        like(sharedResource.resource, `${EQUIPMENT}%`),
      ),
    );
  const cases = await db
    .selectDistinct({ equipment: waitingListEntry.equipment })
    .from(waitingListEntry)
    .where(
      and(
        inScope(scope, waitingListEntry.organisation, waitingListEntry.listingSite),
        eq(waitingListEntry.organisation, organisation),
      ),
    );
  const codes = [
    ...resources.map(({ resource }) => resource.slice(EQUIPMENT.length)),
    ...[...cases, ...(await ofSessions(scope, db, organisation))].flatMap(({ equipment }) => equipment),
  ];
  return [...new Set(codes)].sort();
}

async function ofSessions(
  scope: Scope,
  db: Reader,
  organisation: string,
): Promise<{ equipment: string[] }[]> {
  const templates = await db
    .selectDistinct({ equipment: sessionTemplate.equipment })
    .from(sessionTemplate)
    .where(
      and(
        inScope(scope, sessionTemplate.organisation, sessionTemplate.site),
        eq(sessionTemplate.organisation, organisation),
      ),
    );
  const sessions = await db
    .selectDistinct({ equipment: sessionDetail.equipment })
    .from(sessionDetail)
    .innerJoin(theatreSession, eq(sessionDetail.session, theatreSession.id))
    .where(
      and(
        inScope(scope, theatreSession.organisation, theatreSession.site),
        eq(theatreSession.organisation, organisation),
      ),
    );
  return [...templates, ...sessions];
}
