import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import { today } from "~/clock.server";
import { ConfirmPage } from "~/components/confirm-page";
import { meetingPath } from "~/components/meetings/meeting-path";
import { pageTitle } from "~/components/page-title";
import { notFound } from "~/http/refusal";
import { closeMeeting } from "~/services/meetings/close-meeting.server";
import { store } from "~/store.server";
import { agendaToKeep, meetingPage } from "~/views/meetings/meeting-page.server";

export const meta = () => pageTitle("Close the meeting");

const NOT_FOUND = "There is no such meeting in your organisation.";

export const loader = guarded("meeting.hold", async ({ params, user, scope }) => {
  const page = await meetingPage(user, scope, { id: params.id!, asked: "week", today: today() });
  if (!page) throw notFound(NOT_FOUND);
  if (page.closed) throw redirect(`/meetings/${page.meeting.id}/minutes`);
  return { id: page.meeting.id, spoken: page.spoken, total: page.total };
});

export const action = guarded("meeting.hold", async ({ params, user, scope }) => {
  const id = params.id!;
  const agenda = await agendaToKeep(scope, id, today());
  if (agenda === null) throw notFound(NOT_FOUND);
  const actor = { kind: "user", id: user.id } as const;
  const outcome = await closeMeeting(scope, store(), actor, { meeting: id, agenda });
  if (outcome.kind === "notFound") throw notFound(NOT_FOUND);
  return redirect(`/meetings/${id}/minutes`);
});

export default function CloseMeeting() {
  const { id, spoken, total } = useLoaderData<typeof loader>();
  return (
    <ConfirmPage question="Close the meeting?" doText="Close the meeting" cancelTo={meetingPath(id)}>
      <p>
        {spoken} of {total} on the agenda were spoken about; the minutes name the others as not reached.
        Afterwards nothing more can be recorded or corrected. Open actions come up again in the next meeting.
      </p>
    </ConfirmPage>
  );
}
