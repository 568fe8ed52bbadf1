import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import { today } from "~/clock.server";
import styles from "~/components/operating-day/operating-day.css?url";
import { MISTAKE } from "~/components/operating-day/running-case";
import { RunningListView } from "~/components/operating-day/running-list-view";
import { pageTitle } from "~/components/page-title";
import { formText, readForm } from "~/http/form-text";
import { badRequest, notFound } from "~/http/refusal";
import { momentOf } from "~/services/operating-day/moment-form.server";
import { recordCaseMoment } from "~/services/operating-day/record-moment.server";
import { store } from "~/store.server";
import { refusalOfMoment } from "~/views/operating-day/moment-refusal.server";
import { runningListPage } from "~/views/operating-day/running-list.server";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = ({ data: page }: { data?: Awaited<ReturnType<typeof loader>> }) =>
  pageTitle(page ? `${page.theatre}, running list` : "Running list");

const NOT_FOUND = "There is no such session at your sites.";

export const loader = guarded("list.view", async ({ request, params, user, scope }) => {
  const page = await runningListPage(user, scope, params.id ?? "");
  if (page === null) throw notFound(NOT_FOUND);
  const { searchParams } = new URL(request.url);
  return {
    ...page,
    view: searchParams.get("view") === "wall" ? ("wall" as const) : ("list" as const),
    cancelledNow: searchParams.has("cancelled"),
  };
});

/** One tap: the next moment happened now. Or the last record was a mistake. */
export const action = guarded("day.record", async ({ request, params, user, scope }) => {
  const form = await readForm(request);
  const [entry, moment] = [formText(form, "entry"), momentOf(formText(form, "moment"))];
  if (moment === null) throw badRequest("The form does not say which moment happened.");
  const isUndo = formText(form, "undo") === "yes";
  const correction = isUndo ? { reason: MISTAKE, base: formText(form, "base"), takenBack: true } : null;
  const asked = { session: params.id ?? "", entry, moment, time: null, correction, today: today() };
  const outcome = await recordCaseMoment(scope, store(), { kind: "user", id: user.id }, asked);
  if (outcome.kind === "notFound") throw notFound(NOT_FOUND);
  if (outcome.kind === "recorded") return redirect(`/sessions/${params.id}/day#at-${entry}`);
  const refusal = await refusalOfMoment(outcome, moment);
  return data({ refusal, at: `${entry} ${moment}` }, { status: 409 });
});

export default function RunningList() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <RunningListView page={page} refusal={answer && "refusal" in answer ? answer.refusal : ""} />;
}
