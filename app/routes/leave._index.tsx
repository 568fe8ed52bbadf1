import { Link, useLoaderData } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import { today } from "~/clock.server";
import { EmptyState } from "~/components/empty-state";
import leave from "~/components/leave/leave.css?url";
import { LeaveTable } from "~/components/leave/leave-table";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { counted } from "~/domain/figure-words";
import { notFound } from "~/http/refusal";
import { leavePage } from "~/views/leave/leave.server";
import { organisationShown } from "~/views/week-choice.server";

export const links = () => [{ rel: "stylesheet", href: leave }];
export const meta = () => pageTitle("Leave");

export const loader = guarded("session.view", async ({ request, user, scope }) => {
  const organisation = organisationShown(scope, new URL(request.url).searchParams);
  if (organisation === null) throw notFound("There is no organisation whose sessions you may see.");
  return leavePage(user, scope, organisation, today());
});

export default function Leave() {
  const { organisation, leaves, hit, booked, mayEdit } = useLoaderData<typeof loader>();
  const of = `?organisation=${organisation}`;
  return (
    <>
      <PageHeading
        caption="Theatre sessions"
        actions={
          mayEdit ? (
            <>
              <Link to={`/leave/new${of}`}>Record leave</Link>
              <Link to={`/leave/import${of}`}>Import leave</Link>
              <Link to="/six-four-two">6-4-2</Link>
            </>
          ) : (
            <Link to="/six-four-two">6-4-2</Link>
          )
        }
      >
        Leave of surgeons and anaesthetists
      </PageHeading>
      {leaves.length === 0 ? (
        <EmptyState heading="No leave from today on">
          <p>Record leave by a form, or import it from a file or a calendar.</p>
        </EmptyState>
      ) : (
        <>
          <p>
            {counted(leaves.length, "leave")} from today on, hitting {counted(hit, "session")}
            {booked > 0 ? ` with ${counted(booked, "booked case")}` : ""}. Leave marks the sessions that it
            hits; it closes none.
          </p>
          <LeaveTable leaves={leaves} mayEdit={mayEdit} />
        </>
      )}
    </>
  );
}
