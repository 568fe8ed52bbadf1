import { Link, useLoaderData } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import { Notice } from "~/components/notice";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { readBoardQuery } from "~/components/triage/board-query";
import { BoardFilters, BoardGroups, OpenTasks, StateFigures } from "~/components/triage/triage-board";
import { STATE_WORDS } from "~/components/triage/triage-words";
import { boardPage } from "~/views/triage/board.server";

export const meta = () => pageTitle("Triage");

export const loader = guarded("triage.view", async ({ request, user, scope }) => {
  const search = new URL(request.url).searchParams;
  return { page: await boardPage(user, scope, readBoardQuery(search)), done: search.get("done") };
});

const DONE: Record<string, string> = {
  confirmed: "The decision was recorded, as the rules suggest",
  overridden: "The decision was recorded, against what the rules suggest",
  ended: "The task was ended",
};

export default function Triage() {
  const { page, done } = useLoaderData<typeof loader>();
  const { state } = page.query;
  return (
    <>
      {done && DONE[done] ? <Notice success>{DONE[done]}</Notice> : null}
      <PageHeading
        caption={state ? STATE_WORDS[state] : "Who is ready for surgery, and what it takes"}
        actions={
          <>
            {state ? <Link to="/triage">All states</Link> : null} <Link to="/triage/rules">Rules</Link>
          </>
        }
      >
        Triage
      </PageHeading>
      <StateFigures page={page} />
      <BoardFilters page={page} />
      {state ? null : <OpenTasks page={page} />}
      <BoardGroups page={page} />
      <p className="app-measure">
        The rules are a draft and suggest only: a registered professional decides about every patient. Answers
        are not watched as they come in.
      </p>
    </>
  );
}
