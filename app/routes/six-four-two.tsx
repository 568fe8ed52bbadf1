import { Link, useLoaderData, useLocation } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import { today } from "~/clock.server";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { BoardView } from "~/components/six-four-two/board-view";
import six from "~/components/six-four-two/six-four-two.css?url";
import { notFound } from "~/http/refusal";
import { sixFourTwoBoard } from "~/views/six-four-two/board.server";
import { organisationShown } from "~/views/week-choice.server";

export const links = () => [{ rel: "stylesheet", href: six }];
export const meta = () => pageTitle("6-4-2");

export const loader = guarded("session.view", async ({ request, user, scope }) => {
  const { searchParams } = new URL(request.url);
  const organisation = organisationShown(scope, searchParams);
  if (organisation === null) throw notFound("There is no organisation whose sessions you may see.");
  const board = await sixFourTwoBoard(scope, organisation, searchParams, today());
  return { board, mayEdit: user.may("session.edit"), maySet: user.may("setting.view") };
});

export default function SixFourTwo() {
  const { board, mayEdit, maySet } = useLoaderData<typeof loader>();
  const { pathname, search } = useLocation();
  return (
    <>
      <PageHeading
        caption="The next eight weeks"
        actions={
          <>
            <Link to="/schedule">Master theatre schedule</Link>
            <Link to="/leave">Leave</Link>
            {maySet ? <Link to="/settings">Dates and settings</Link> : null}
          </>
        }
      >
        6-4-2
      </PageHeading>
      <BoardView board={board} mayEdit={mayEdit} here={`${pathname}${search}`} />
    </>
  );
}
