import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import board from "~/components/board/board.css?url";
import { RunView } from "~/components/board/run-view";
import week from "~/components/board/week.css?url";
import { pageTitle } from "~/components/page-title";
import { badRequest, notFound } from "~/http/refusal";
import { endSolve } from "~/services/solve-week-end.server";
import { store } from "~/store.server";
import { runPage } from "~/views/run-page.server";

export const links = () => [board, week].map((href) => ({ rel: "stylesheet", href }));

/** Who asked for it has the page refresh itself, until the solve has ended; with scripts it need not. */
export const meta = ({ data }: { data?: Awaited<ReturnType<typeof loader>> }) => [
  ...pageTitle(data ? data.page.standing.heading : "Solve"),
  ...(data?.refresh && !data.page.standing.ended ? [{ httpEquiv: "refresh", content: "5" }] : []),
];

export const loader = guarded("plan.view", async ({ request, params, user, scope }) => {
  const page = await runPage(user, scope, params.runId ?? "");
  if (page === null) throw notFound("There is no such solve in your organisations and sites.");
  return { page, refresh: new URL(request.url).searchParams.get("refresh") === "on" };
});

export const action = guarded("plan.solve", async ({ request, params, user, scope }) => {
  const intent = (await request.formData()).get("intent");
  if (intent !== "stop" && intent !== "cancel")
    throw badRequest("The form does not say whether to stop or to cancel.");
  const run = params.runId ?? "";
  const ended = await endSolve(scope, store(), { kind: "user", id: user.id }, run, intent);
  if (!ended) throw notFound("There is no such solve in your organisations and sites.");
  return redirect(`/runs/${run}`);
});

export default function Run() {
  const { page, refresh } = useLoaderData<typeof loader>();
  return <RunView page={page} refresh={refresh} />;
}
