import { endAbandonedRuns } from "~/services/solve-week-abandoned.server";
import { store } from "~/store.server";
import { listSites, wholeScope, type Site } from "~db/organisations";
import { weekChoices, weekFilter, type BoardFilter, type WeekChoices } from "./week-board";
import { weekHead, type WeekAsked, type WeekHead } from "./week-head.server";
import { shownPlan, type ShownPlan } from "./week-shown.server";
import { weekState, type HeldWeekState } from "./week-state.server";

/** The page of one week of one organisation. */
export interface WeekPage {
  head: WeekHead;
  filter: BoardFilter;
  choices: WeekChoices;
  /** Whether the cases are listed on the cards, or folded away. */
  cases: "shown" | "folded";
  /** Null: there is neither a plan nor an accepted week. */
  shown: ShownPlan | null;
}

/** Loads the week that an address asks for. */
export async function weekPage(asked: WeekAsked): Promise<WeekPage> {
  const { scope, organisation, week, search } = asked;
  await endAbandonedRuns(store());
  const state = await weekState(scope, store().db, organisation, week);
  const sites = await sitesOf(organisation);
  const siteName = (code: string) => sites.find((site) => site.code === code)?.name ?? code;
  const sessions = state.sessions.map(({ session }) => session);
  const choices = weekChoices(sessions, siteName);
  const filter = weekFilter(search, choices);
  const kind = kindShown(state, search.get("show"));
  return {
    head: await weekHead(asked, state, sites, kind),
    ...{ filter, choices },
    cases: search.get("cases") === "folded" ? "folded" : "shown",
    shown: kind && (await shownPlan(asked, { state, sites, siteName, kind, filter })),
  };
}

/** All sites of an organisation, the reader's and the others. */
async function sitesOf(organisation: string): Promise<Site[]> {
  const { db } = store();
  const all = await listSites(await wholeScope(db), db);
  return all.filter((site) => site.organisation === organisation);
}

/** A proposal that waits comes first; the accepted week can be asked for beside it. */
function kindShown({ plan, revision }: HeldWeekState, wanted: string | null): ShownPlan["kind"] | null {
  if (plan?.waits && !(wanted === "accepted" && revision > 0)) return "proposal";
  return revision > 0 ? "accepted" : null;
}
