import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import { today } from "~/clock.server";
import { CancelForm } from "~/components/operating-day/cancel-form";
import { CancelRefused } from "~/components/operating-day/cancel-refused";
import { pageTitle } from "~/components/page-title";
import { cancellationReason } from "~/facts/cancellation-reasons";
import { formText, readForm } from "~/http/form-text";
import { notFound } from "~/http/refusal";
import { cancelCase } from "~/services/operating-day/cancel-case.server";
import { noticeChannelOf } from "~/services/lists/list-form.server";
import { store } from "~/store.server";
import { cancelPage } from "~/views/operating-day/cancel-page.server";
import { cancelRefusal } from "~/views/operating-day/cancel-refusal.server";

export const meta = () => pageTitle("Cancel a case");

const LONGEST_NOTE = 500;

export const loader = guarded("case.cancel", async ({ params, user, scope }) => {
  const asked = { session: params.id ?? "", entry: params.entry ?? "" };
  return { page: await cancelPage(user, scope, asked), session: asked.session };
});

export const action = guarded("case.cancel", async ({ request, params, user, scope }) => {
  const form = await readForm(request);
  const typed = { reason: formText(form, "reason"), note: formText(form, "note") };
  const channel = noticeChannelOf(formText(form, "channel"));
  const reason = cancellationReason(typed.reason);
  const problems = [
    ...(reason ? [] : [{ field: "reason", message: "Choose why the case is cancelled" }]),
    ...(typed.note.length > LONGEST_NOTE
      ? [{ field: "note", message: `Keep the note to ${LONGEST_NOTE} characters` }]
      : []),
  ];
  if (!reason || problems.length > 0)
    return data({ problems, typed, refusal: null, already: false }, { status: 400 });
  const asked = {
    session: params.id ?? "",
    entry: params.entry ?? "",
    reason,
    note: typed.note,
    channel,
    today: today(),
  };
  const outcome = await cancelCase(scope, store(), { kind: "user", id: user.id }, asked);
  if (outcome.kind === "notFound")
    throw notFound("There is no such session at the sites where you cancel cases.");
  if (outcome.kind === "cancelled") return redirect(`/sessions/${params.id}/day?cancelled`);
  return data(
    { problems: [], typed, refusal: await cancelRefusal(outcome), already: outcome.kind === "already" },
    { status: 409 },
  );
});

export default function CancelCase() {
  const { page, session } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer?.refusal) {
    const heading = answer.already ? "This case was cancelled before" : "Nothing was cancelled";
    return <CancelRefused session={session} heading={heading} refusal={answer.refusal} />;
  }
  if (page === null)
    return (
      <CancelRefused
        session={session}
        heading="There is nothing to cancel here"
        refusal="This case does not wait on this list: it was moved, cancelled or begun, or there is no such list at your sites."
      />
    );
  return <CancelForm page={page} problems={answer?.problems ?? []} typed={answer?.typed} />;
}
