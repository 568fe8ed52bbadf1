import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import { today } from "~/clock.server";
import { EmptyState } from "~/components/empty-state";
import { MeetingsTable } from "~/components/meetings/meetings-table";
import { StartForm } from "~/components/meetings/start-form";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { ProblemSummary } from "~/components/problem-summary";
import { formText, readForm } from "~/http/form-text";
import { notFound } from "~/http/refusal";
import { readMeetingForm } from "~/services/meetings/meeting-forms.server";
import { startMeeting } from "~/services/meetings/start-meeting.server";
import { store } from "~/store.server";
import { meetingsPage } from "~/views/meetings/meetings-list.server";

export const meta = () => pageTitle("Scheduling meetings");

export const loader = guarded("meeting.hold", ({ scope }) => meetingsPage(scope, today()));

export const action = guarded("meeting.hold", async ({ request, user, scope }) => {
  const form = await readForm(request);
  const { given, problems } = readMeetingForm(form);
  const typed = (field: string) => formText(form, field);
  const organisation = typed("organisation");
  const values = {
    organisation,
    heldOn: typed("heldOn"),
    week: typed("week"),
    attendees: typed("attendees"),
  };
  if (given === null) return data({ problems, values }, { status: 400 });
  const id = await startMeeting(scope, store(), { kind: "user", id: user.id }, { organisation, ...given });
  if (id === null) throw notFound("There is no such organisation where you may hold a meeting.");
  return redirect(`/meetings/${id}`);
});

export default function Meetings() {
  const { meetings, organisations, weeks, suggested } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const values = answer?.values ?? { organisation: organisations[0]?.code ?? "", ...suggested };
  return (
    <>
      <ProblemSummary problems={answer?.problems} />
      <PageHeading>Scheduling meetings</PageHeading>
      {meetings.length > 0 ? (
        <MeetingsTable meetings={meetings} />
      ) : (
        <EmptyState heading="No meeting has been held yet" />
      )}
      <h2 className="nhsuk-heading-m">Start a meeting</h2>
      {weeks.length > 0 ? (
        <StartForm values={values} organisations={organisations} weeks={weeks} problems={answer?.problems} />
      ) : (
        <p>No week from this one on has theatre sessions, so there is nothing to meet about.</p>
      )}
    </>
  );
}
