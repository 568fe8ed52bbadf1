import { today } from "~/clock.server";
import { logError } from "~/http/error-log";
import { beforeShutdown } from "~/http/shutdown";
import { raiseForPlans } from "~/services/preparation/watch-plans.server";
import { breathe } from "~db/engine";
import { listOrganisations, organisationScope, wholeScope } from "~db/organisations";
import { countOutdated, outdatedAssessments } from "~db/screening/assessments";
import type { Scope } from "~db/scope";
import type { Store } from "~db/store";
import { currentSettings } from "~db/workspace-settings";
import { assessEntry, settingsDigest } from "./assess-entry.server";
import { FITNESS_WATCH, raiseExpired } from "./raise-expired.server";

/** How often it is looked whether fitness has ended or rules have changed, milliseconds. The first time is soon after the start. */
const EVERY = 300_000;
const FIRST = 3_000;
/** Ids read at once. */
const A_PAGE = 500;

/**
 * Looks again at every patient whose last assessment rests on other rules or settings, each in a commit of its own, so
 * that others write and read between two. One that fails is logged and keeps nobody else from it. Answers with how many
 * there were.
 */
export async function assessOutdated(
  store: Store,
  { page = A_PAGE, stopping = () => false }: { page?: number; stopping?: () => boolean } = {},
): Promise<number> {
  let looked = 0;
  for (const { code } of await listOrganisations(await wholeScope(store.db), store.db)) {
    const scope = await organisationScope(store.db, code);
    for (let last = ""; ;) {
      // Settings that change meanwhile count from the next page on; whom they missed is found the next time.
      const found = { settings: await digestOf(scope, store), last, most: page };
      const some = await outdatedAssessments(scope, store.db, found);
      for (const entry of some) {
        if (stopping()) return looked;
        if (await assessAgain(scope, store, entry)) looked++;
        await breathe();
      }
      if (some.length < page) break;
      last = some.at(-1)!;
    }
  }
  return looked;
}

/** The plans are watched after all assessments, so each patient is not looked at twice. */
async function assessAgain(scope: Scope, store: Store, entry: string): Promise<boolean> {
  try {
    return (await assessEntry(scope, store, FITNESS_WATCH, entry, "plansLater")) !== null;
  } catch (error) {
    logError(error, { requestId: "fitness-watch", method: "timer", url: "assess-outdated" });
    return false;
  }
}

/** How many patients in scope are still to be looked at again, since rules or settings have changed. */
export async function leftToAssess(scope: Scope, store: Store): Promise<number> {
  let left = 0;
  for (const code of scope.organisations) {
    const own = { organisations: [code], sites: scope.sites };
    left += await countOutdated(own, store.db, await digestOf(own, store));
  }
  return left;
}

const digestOf = async (scope: Scope, store: Store): Promise<string> =>
  settingsDigest((await currentSettings(scope, store.db, scope.organisations[0]!)).settings.screening);

let wake: (() => void) | null = null;

/** Looks at once at whom a change of rules or settings concerns, where this process watches; never waits for it. */
export const watchNow = (): void => wake?.();

/**
 * Raises tasks on time and keeps assessments up to date while the server runs, one turn at a time; a failure is logged
 * and the next turn tries again.
 */
export function watchFitness(store: Store): void {
  let [running, again, stopped]: [Promise<void> | null, boolean, boolean] = [null, false, false];
  const stopping = () => stopped;
  const turn = async () => {
    await raiseExpired(store, today());
    await assessOutdated(store, { stopping });
    await raiseForPlans(store, { stopping });
  };
  const once = () => {
    again = running !== null;
    running ??= turn()
      .catch((error: unknown) =>
        logError(error, { requestId: "fitness-watch", method: "timer", url: "fitness-watch" }),
      )
      .finally(() => {
        running = null;
        if (again && !stopped) once();
      });
  };
  wake = once;
  setTimeout(once, FIRST).unref();
  const timer = setInterval(once, EVERY).unref();
  beforeShutdown(async () => {
    clearInterval(timer);
    stopped = true;
    await running;
  });
}
