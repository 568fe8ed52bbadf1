import { data } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import { today } from "~/clock.server";
import { LeaveFileForm, LeaveFileResult } from "~/components/leave/leave-file";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { ProblemSummary } from "~/components/problem-summary";
import { Back } from "~/components/trail";
import { notFound } from "~/http/refusal";
import { HORIZON_DAYS, takeLeaveFile } from "~/services/leave/import-leave.server";
import { organisationShown } from "~/views/week-choice.server";

export const meta = () => pageTitle("Import leave");

const NOT_FOUND = "There is no organisation whose sessions you may change.";

export const loader = guarded("session.edit", ({ request, scope }) => {
  const organisation = organisationShown(scope, new URL(request.url).searchParams);
  if (organisation === null) throw notFound(NOT_FOUND);
  return { horizonDays: HORIZON_DAYS };
});

export const action = guarded("session.edit", async ({ request, user, scope }) => {
  const organisation = organisationShown(scope, new URL(request.url).searchParams);
  if (organisation === null) throw notFound(NOT_FOUND);
  const answer = await takeLeaveFile(request, user, scope, organisation, today());
  if (answer.kind === "notFound") throw notFound(NOT_FOUND);
  return data(answer, { status: answer.kind === "read" ? 200 : 400 });
});

export default function ImportLeave() {
  const { horizonDays } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problems = answer?.kind === "problems" ? answer.problems : undefined;
  return (
    <div className="app-measure">
      <Back to="/leave">Leave</Back>
      <ProblemSummary problems={problems} />
      {answer?.kind === "read" ? <LeaveFileResult answer={answer} /> : null}
      <PageHeading>Import leave</PageHeading>
      <p>
        A CSV file has the columns person_code, role (surgeon or anaesthetist), from, to and, if you like,
        half (am or pm), note and uid. A calendar is an iCalendar file (.ics); its recurring events are
        followed for {horizonDays} days. The same file read again changes nothing, and a cancelled or moved
        event withdraws the leave that it brought. <Link to="/leave">See the leave that stands</Link>.
      </p>
      <LeaveFileForm problems={problems} />
    </div>
  );
}
