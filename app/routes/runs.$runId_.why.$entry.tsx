import { useLoaderData } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import board from "~/components/board/board.css?url";
import reasons from "~/components/board/reasons.css?url";
import week from "~/components/board/week.css?url";
import { WhyView } from "~/components/board/why-view";
import { pageTitle } from "~/components/page-title";
import { notFound } from "~/http/refusal";
import { whyPage } from "~/views/why.server";

export const links = () => [board, week, reasons].map((href) => ({ rel: "stylesheet", href }));
export const meta = ({ data }: { data?: Awaited<ReturnType<typeof loader>> }) =>
  pageTitle(data?.unplaced ? "Why not in the plan" : "Why in the plan");

const NOT_FOUND =
  "There is no such entry in a plan of your organisations and sites, or an earlier version made that plan.";

export const loader = guarded("plan.view", async ({ params, user, scope }) => {
  const page = await whyPage(user, scope, { run: params.runId ?? "", entry: params.entry ?? "" });
  if (page === null) throw notFound(NOT_FOUND);
  return page;
});

export default function Why() {
  return <WhyView page={useLoaderData<typeof loader>()} />;
}
