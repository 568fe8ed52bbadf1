import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import { today } from "~/clock.server";
import styles from "~/components/meetings/meeting.css?url";
import { meetingPath } from "~/components/meetings/meeting-path";
import { MeetingView } from "~/components/meetings/meeting-view";
import { pageTitle } from "~/components/page-title";
import { readForm } from "~/http/form-text";
import { notFound } from "~/http/refusal";
import { answerMeetingForm } from "~/services/meetings/answer-form.server";
import { meetingPage, openMeeting } from "~/views/meetings/meeting-page.server";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = () => pageTitle("Scheduling meeting");

const NOT_FOUND = "There is no such meeting in your organisation.";

export const loader = guarded("meeting.hold", async ({ request, params, user, scope }) => {
  const asked = new URL(request.url).searchParams.get("item");
  const page = await meetingPage(user, scope, { id: params.id!, asked, today: today() });
  if (!page) throw notFound(NOT_FOUND);
  return page;
});

export const action = guarded("meeting.hold", async ({ request, params, user, scope }) => {
  const id = params.id!;
  const item = new URL(request.url).searchParams.get("item");
  const meeting = await openMeeting(scope, { id, asked: item, today: today() });
  if (!meeting) throw notFound(NOT_FOUND);
  const form = await readForm(request);
  const answer = await answerMeetingForm(user, scope, form, { id, item, subject: meeting.subject });
  if (answer.kind === "notFound") throw notFound(NOT_FOUND);
  if (answer.kind === "refused") {
    const { problems, typed, status } = answer;
    return data({ problems, typed }, { status });
  }
  const next = answer.goOn ? (meeting.next ?? item) : item;
  return redirect(meetingPath(id, next));
});

export default function Meeting() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const correct = search.get("correct");
  return (
    <MeetingView
      page={page}
      correct={correct === null ? null : Number(correct)}
      typed={answer?.typed}
      problems={answer?.problems}
    />
  );
}
