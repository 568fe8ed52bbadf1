import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import { today } from "~/clock.server";
import {
  AnsweredCheckIns,
  CheckInFigures,
  CheckInFilters,
  CheckInRows,
  CheckInRules,
} from "~/components/check-in/check-ins-list";
import { readCheckInsQuery } from "~/components/check-in/check-ins-query";
import { Notice } from "~/components/notice";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { formText, readForm } from "~/http/form-text";
import { notFound } from "~/http/refusal";
import { sendCheckIn } from "~/services/check-in/send-check-ins.server";
import { beginForStaff } from "~/services/questionnaire/staff-key.server";
import { store } from "~/store.server";
import { checkInsPage } from "~/views/check-in/check-ins.server";

export const meta = () => pageTitle("Check-ins");

const NOT_FOUND = "There is no such patient waiting at the sites where you may ask patients in.";

export const loader = guarded("questionnaire.manage", async ({ request, user, scope }) => {
  const search = new URL(request.url).searchParams;
  return { page: await checkInsPage(user, scope, readCheckInsQuery(search)), done: search.get("done") };
});

export const action = guarded("questionnaire.manage", async ({ request, user, scope }) => {
  const form = await readForm(request);
  const entry = formText(form, "entry");
  const actor = { kind: "user", id: user.id } as const;
  if (formText(form, "does") === "phone") {
    const asked = { entry, channel: "phone", form: "checkIn", part: 1 } as const;
    const response = await beginForStaff(scope, actor, asked);
    if (response === null) throw notFound(NOT_FOUND);
    return redirect(`/waiting-list/${entry}/answers/${response}`);
  }
  const answer = await sendCheckIn(scope, store(), actor, entry, today());
  if (answer.kind === "notFound") throw notFound(NOT_FOUND);
  return redirect(`/check-ins?done=${answer.kind}`);
});

const DONE: Record<string, string> = {
  sent: "The check-in is on its way",
  already: "A check-in was sent to this patient already",
};

export default function CheckIns() {
  const { page, done } = useLoaderData<typeof loader>();
  return (
    <>
      {done && DONE[done] ? <Notice success>{DONE[done]}</Notice> : null}
      <PageHeading caption="How patients are while they wait">Check-ins</PageHeading>
      <CheckInFigures page={page} />
      <CheckInFilters page={page} />
      {page.query.state === null && page.query.page === 1 ? <AnsweredCheckIns page={page} /> : null}
      <CheckInRows page={page} />
      <CheckInRules page={page} />
    </>
  );
}
