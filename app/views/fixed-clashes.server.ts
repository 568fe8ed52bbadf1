import type { User } from "~/auth/visitor.server";
import type { IsoDate } from "~/domain/calendar";
import { fixedClashes } from "~/services/planning/fixed-clashes.server";
import { store } from "~/store.server";
import { listSites, wholeScope } from "~db/organisations";
import { currentPolicy } from "~db/policies";
import { currentSettings } from "~db/workspace-settings";
import { sessionWords } from "./reason-names";
import { personFacts } from "./week-case";
import { peopleOf } from "./week-people.server";

interface ClashesAsked {
  user: User;
  organisation: string;
  week: IsoDate;
  planDate: IsoDate;
  /** Patients already told who may move; null: as the organisation has set. */
  toldMovesMax: number | null;
}

/** Why a week cannot be planned as its fixed cases stand, a sentence each, with the names that the reader may know. */
export async function clashSentences(asked: ClashesAsked): Promise<string[]> {
  const { user, organisation, week, planDate } = asked;
  const { db } = store();
  const all = await listSites(await wholeScope(db), db);
  const sites = all.filter((site) => site.organisation === organisation).map(({ code }) => code);
  const scope = { organisations: [organisation], sites };
  const settings = (await currentSettings(scope, db, organisation)).settings.all;
  const policyNumber = (await currentPolicy(scope, db, organisation))?.number ?? 0;
  const { entries, sentences } = await fixedClashes(db, {
    ...{ organisation, sites, week, planDate, policyNumber, scenario: null },
    toldMovesMax: asked.toldMovesMax ?? settings.toldMovesMax,
  });
  const clash = sentences(({ entry }) => entry.pathwayId, sessionWords);
  if (clash.length === 0) return [];
  const people = await peopleOf(user, {
    ...{ organisation, sites, page: `/weeks/${week}/solve` },
    entries: entries.map(({ id, entry }) => ({ entry: id, site: entry.listingSite })),
  });
  return sentences(
    ({ id, entry }) => personFacts(people.get(id), entry.pathwayId, week).patient,
    sessionWords,
  );
}
