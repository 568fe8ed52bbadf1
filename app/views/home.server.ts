import type { User } from "~/auth/visitor.server";
import { today } from "~/clock.server";
import { store } from "~/store.server";
import { listImports } from "~db/imports";
import { cancelledCounts, readinessCounts, undatedCounts, type HomeCount } from "./home-list.server";
import { homeWeeks, type HomeWeek } from "./home-weeks.server";
import { startPage, type StartPage } from "./start-page.server";

/** The home page: what needs doing this week, as far as the user's roles let them see it. */
export interface HomePage extends StartPage {
  /** null: not theirs to see. */
  weeks: HomeWeek[] | null;
  undated: HomeCount[] | null;
  readiness: HomeCount[] | null;
  cancelled: HomeCount[] | null;
  imports: { id: string; fileName: string; faults: number }[];
}

/** What needs doing this week. */
export async function homePage(user: User): Promise<HomePage> {
  const day = today();
  const list = user.may("waitingList.view") ? user.scope("waitingList.view") : null;
  const plans = user.may("plan.view") ? user.scope("plan.view") : null;
  const organisation = plans?.organisations[0];
  return {
    ...startPage(user),
    weeks: plans && organisation ? await homeWeeks(plans, organisation, day) : null,
    undated: list ? await undatedCounts(list, day) : null,
    readiness: list ? await readinessCounts(list, day) : null,
    cancelled: list ? await cancelledCounts(list) : null,
    imports: user.may("import.view") ? await waitingImports(user) : [],
  };
}

async function waitingImports(user: User): Promise<HomePage["imports"]> {
  const waiting = await listImports(user.scope("import.view"), store().db, { state: "uploaded", limit: 5 });
  return waiting.map(({ id, fileName, counts }) => ({ id, fileName, faults: counts.faults }));
}
