import { useLoaderData } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import board from "~/components/board/board.css?url";
import { UnplacedView } from "~/components/board/unplaced-view";
import week from "~/components/board/week.css?url";
import { pageTitle } from "~/components/page-title";
import { notFound } from "~/http/refusal";
import { unplacedPage } from "~/views/week-unplaced.server";

export const links = () => [board, week].map((href) => ({ rel: "stylesheet", href }));
export const meta = () => pageTitle("In no list");

export const loader = guarded("plan.view", async ({ request, params, user, scope }) => {
  const page = await unplacedPage(user, scope, params.runId ?? "", new URL(request.url).searchParams);
  if (page === null) throw notFound("There is no such plan in your organisations and sites.");
  return page;
});

export default function Unplaced() {
  return <UnplacedView page={useLoaderData<typeof loader>()} />;
}
