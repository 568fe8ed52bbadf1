import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guarded, requireAlso } from "~/auth/guard.server";
import { today } from "~/clock.server";
import { pageTitle } from "~/components/page-title";
import { CallForm } from "~/components/stand-by/call-form";
import { formText, readForm } from "~/http/form-text";
import { notFound } from "~/http/refusal";
import { CALL_ANSWERS_OFFERED } from "~/services/stand-by/call-answers";
import { recordStandByCall } from "~/services/stand-by/record-call.server";
import { store } from "~/store.server";
import { standByPage } from "~/views/stand-by/stand-by.server";

export const meta = () => pageTitle("Stand-by call");

const LONGEST_NOTE = 500;
const NOT_FOUND =
  "This patient does not fit what the list has left, or there is no such list where you call patients.";

export const loader = guarded("patient.tell", async ({ params, user, scope }) => {
  const page = await standByPage(user, scope, params.id ?? "", null);
  const row = page && [...page.callable, ...page.resting].find(({ entry }) => entry === params.entry);
  if (!page || !row) throw notFound(NOT_FOUND);
  return { page, row };
});

export const action = guarded("patient.tell", async ({ request, params, user, scope }) => {
  const form = await readForm(request);
  const typed = { answer: formText(form, "answer"), note: formText(form, "note") };
  const answer = CALL_ANSWERS_OFFERED.find((one) => one === typed.answer);
  const problems = [
    ...(answer ? [] : [{ field: "answer", message: "Choose what came of the call" }]),
    ...(typed.note.length > LONGEST_NOTE
      ? [{ field: "note", message: `Keep the note to ${LONGEST_NOTE} characters` }]
      : []),
  ];
  if (!answer || problems.length > 0) return data({ problems, typed }, { status: 400 });
  const reach = answer === "accepted" ? await requireAlso(user, "list.change") : scope;
  const asked = {
    session: params.id ?? "",
    entry: params.entry ?? "",
    answer,
    note: typed.note,
    today: today(),
  };
  const givesUp = formText(form, "givesUp") || null;
  const outcome = await recordStandByCall(
    reach,
    store(),
    { kind: "user", id: user.id },
    { ...asked, givesUp },
  );
  if (outcome.kind === "notFound") throw notFound(NOT_FOUND);
  if (outcome.kind === "changedSince")
    return data(
      {
        problems: [{ field: "", message: `Nothing was recorded. ${outcome.why} Look again at who fits` }],
        typed,
      },
      { status: 409 },
    );
  return redirect(`/sessions/${params.id}/stand-by?done=${outcome.kind}`);
});

export default function StandByCall() {
  const { page, row } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <CallForm page={page} row={row} problems={answer?.problems ?? []} typed={answer?.typed} />;
}
