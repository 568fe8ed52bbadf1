import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import { today } from "~/clock.server";
import { pageTitle } from "~/components/page-title";
import { WhatIfView } from "~/components/what-if/what-if-view";
import whatIfStyles from "~/components/what-if/what-if.css?url";
import { conflict, notFound } from "~/http/refusal";
import { USUAL_WISHES } from "~/services/solve-week-form.server";
import { planWhatIf } from "~/services/what-if/plan-what-if.server";
import { store } from "~/store.server";
import { solveRefusal } from "~/views/solve-refusal";
import { whatIfPage } from "~/views/what-ifs.server";

export const links = () => [{ rel: "stylesheet", href: whatIfStyles }];
export const meta = () => pageTitle("What if");

const NOT_FOUND = "There is no such what-if in your organisations.";

export const loader = guarded("plan.view", async ({ params, user, scope }) => {
  const page = await whatIfPage(user, scope, params.id ?? "");
  if (page === null) throw notFound(NOT_FOUND);
  return page;
});

/** Plans the what-if again, or leads to the solve of it that is under way. */
export const action = guarded("plan.solve", async ({ params, user, scope }) => {
  const page = await whatIfPage(user, scope, params.id ?? "");
  if (page === null) throw notFound(NOT_FOUND);
  if (page.shown.closed) throw conflict("It was closed meanwhile. Make another one from it.");
  const { organisation, week, shown } = page;
  const asked = { id: shown.id, organisation, week, planDate: today(), wishes: USUAL_WISHES };
  const outcome = await planWhatIf(scope, store(), { kind: "user", id: user.id }, asked);
  if (outcome.kind === "noSessions" || outcome.kind === "otherSites") throw solveRefusal(outcome);
  return redirect(`/runs/${outcome.run}`);
});

export default function WhatIf() {
  return <WhatIfView page={useLoaderData<typeof loader>()} />;
}
