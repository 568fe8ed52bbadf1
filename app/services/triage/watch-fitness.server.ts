import { today } from "~/clock.server";
import { logError } from "~/http/error-log";
import { listOrganisations, listSites, wholeScope } from "~db/organisations";
import { outdatedAssessments } from "~db/screening/assessments";
import type { Store } from "~db/store";
import { currentSettings } from "~db/workspace-settings";
import { assessEntry, settingsDigest } from "./assess-entry.server";
import { FITNESS_WATCH, raiseExpired } from "./raise-expired.server";

/** How often it is looked whether fitness has ended or rules have changed, milliseconds. The first time is soon after the start. */
const EVERY = 300_000;
const FIRST = 3_000;
/** Patients looked at again in one turn, so that others are served meanwhile. */
const A_TURN = 300;

/** Looks again at patients whose last assessment rests on other rules or settings. Answers with how many there were. */
export async function assessOutdated(store: Store, most = A_TURN): Promise<number> {
  const everything = await wholeScope(store.db);
  const sites = await listSites(everything, store.db);
  let looked = 0;
  for (const { code } of await listOrganisations(everything, store.db)) {
    const own = sites.filter(({ organisation }) => organisation === code).map((site) => site.code);
    const scope = { organisations: [code], sites: own };
    const { screening } = (await currentSettings(scope, store.db, code)).settings;
    const digest = settingsDigest(screening);
    for (const entry of await outdatedAssessments(scope, store.db, digest, most - looked)) {
      await assessEntry(scope, store, FITNESS_WATCH, entry);
      looked++;
    }
  }
  return looked;
}

/** Raises tasks on time and keeps assessments up to date while the server runs; a failure is logged and the next turn tries again. */
export function watchFitness(store: Store): void {
  const turn = () =>
    void raiseExpired(store, today())
      .then(() => assessOutdated(store))
      .catch((error: unknown) =>
        logError(error, { requestId: "fitness-watch", method: "timer", url: "fitness-watch" }),
      );
  setTimeout(turn, FIRST).unref();
  setInterval(turn, EVERY).unref();
}
