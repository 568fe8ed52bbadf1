import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import { FigureView } from "~/components/board/figure-view";
import reasons from "~/components/board/reasons.css?url";
import week from "~/components/board/week.css?url";
import { pageTitle } from "~/components/page-title";
import { badRequest, notFound } from "~/http/refusal";
import { askOnPage, stopOnPage } from "~/views/figure-asked.server";
import { figurePath, readAsk } from "~/views/figure-ask";
import { figurePage } from "~/views/figure.server";

export const links = () => [week, reasons].map((href) => ({ rel: "stylesheet", href }));
export const meta = () => pageTitle("True figure");

const NO_PLAN = "There is no such plan in your organisations and sites.";

export const loader = guarded("plan.view", async ({ request, params, user, scope }) => {
  const ask = readAsk(new URL(request.url).searchParams.get("ask"));
  const page = ask && (await figurePage(user, scope, params.runId ?? "", ask));
  if (page === null) throw notFound(NO_PLAN);
  return page;
});

export const action = guarded("plan.solve", async ({ request, params, scope }) => {
  const form = await request.formData();
  const ask = readAsk(String(form.get("ask")));
  if (ask === null) throw badRequest("The form does not say which figure to work out.");
  const run = params.runId ?? "";
  const known = await (form.get("intent") === "stop" ? stopOnPage : askOnPage)(scope, run, ask);
  if (!known) throw notFound(NO_PLAN);
  return redirect(figurePath(run, ask));
});

export default function Figure() {
  return <FigureView page={useLoaderData<typeof loader>()} />;
}
