import { useLoaderData } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import { pageTitle } from "~/components/page-title";
import { WhatIfList } from "~/components/what-if/what-if-list";
import whatIfStyles from "~/components/what-if/what-if.css?url";
import { notFound } from "~/http/refusal";
import { weekOf } from "~/views/sessions-week";
import { organisationShown } from "~/views/week-choice.server";
import { whatIfsPage } from "~/views/what-ifs.server";

export const links = () => [{ rel: "stylesheet", href: whatIfStyles }];
export const meta = () => pageTitle("What if");

export const loader = guarded("plan.view", async ({ request, params, user, scope }) => {
  const week = weekOf(params.weekStart ?? null);
  const organisation = organisationShown(scope, new URL(request.url).searchParams);
  if (week === null || week !== params.weekStart || organisation === null)
    throw notFound("There is no such week.");
  return whatIfsPage(user, scope, { organisation, week });
});

export default function WhatIfs() {
  return <WhatIfList page={useLoaderData<typeof loader>()} />;
}
