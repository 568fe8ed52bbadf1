import { Link, useLoaderData } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import { LyingNotice } from "~/components/messages/lying-notice";
import { Notice } from "~/components/notice";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { readBoardQuery } from "~/components/triage/board-query";
import { BoardFilters, BoardGroups, OpenTasks, StateFigures } from "~/components/triage/triage-board";
import { LeftToAssess } from "~/components/triage/left-to-assess";
import { STATE_WORDS } from "~/components/triage/triage-words";
import { leftToAssess } from "~/services/triage/watch-fitness.server";
import { store } from "~/store.server";
import { lyingTooLong } from "~/views/messages/lying.server";
import { boardPage } from "~/views/triage/board.server";

export const meta = () => pageTitle("Triage");

export const loader = guarded("triage.view", async ({ request, user, scope }) => {
  const search = new URL(request.url).searchParams;
  const page = await boardPage(user, scope, readBoardQuery(search));
  const left = await leftToAssess(scope, store());
  return { page, left, lying: await lyingTooLong(user), done: search.get("done") };
});

const DONE: Record<string, string> = {
  confirmed: "The decision was recorded, as the rules suggest",
  overridden: "The decision was recorded, against what the rules suggest",
  ended: "The task was ended",
};

export default function Triage() {
  const { page, left, lying, done } = useLoaderData<typeof loader>();
  const { state } = page.query;
  return (
    <>
      {done && DONE[done] ? <Notice success>{DONE[done]}</Notice> : null}
      <LeftToAssess left={left} />
      <LyingNotice lying={lying} />
      <PageHeading
        caption={state ? STATE_WORDS[state] : "Who is ready for surgery, and what it takes"}
        actions={
          <>
            {state ? <Link to="/triage">All states</Link> : null} <Link to="/check-ins">Check-ins</Link>{" "}
            <Link to="/reviews">Reviews</Link> <Link to="/figures">Figures</Link>{" "}
            <Link to="/triage/rules">Rules</Link> <Link to="/triage/preparation">Plan actions</Link>
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
