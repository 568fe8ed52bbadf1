import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import { today } from "~/clock.server";
import { DebriefView } from "~/components/operating-day/debrief-view";
import styles from "~/components/operating-day/operating-day.css?url";
import { tooEarlyWords } from "~/components/operating-day/outcome-words";
import { pageTitle } from "~/components/page-title";
import { readForm } from "~/http/form-text";
import { notFound } from "~/http/refusal";
import { readDebriefForm } from "~/services/operating-day/debrief-form.server";
import { saveDebrief } from "~/services/operating-day/record-debrief.server";
import { store } from "~/store.server";
import { actorNames } from "~/views/actor-names.server";
import { debriefPage } from "~/views/operating-day/debrief-page.server";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = () => pageTitle("Debrief");

const NOT_FOUND = "There is no such session at your sites.";

export const loader = guarded("list.view", async ({ request, params, user, scope }) => {
  const page = await debriefPage(user, scope, params.id ?? "");
  if (page === null) throw notFound(NOT_FOUND);
  return { page, saved: new URL(request.url).searchParams.has("saved") };
});

export const action = guarded("day.record", async ({ request, params, user, scope }) => {
  const page = await debriefPage(user, scope, params.id ?? "");
  if (page === null) throw notFound(NOT_FOUND);
  const { said, problems } = readDebriefForm(await readForm(request), page);
  if (!said) return data({ problems }, { status: 400 });
  const actor = { kind: "user", id: user.id } as const;
  const answer = await saveDebrief(scope, store(), actor, { ...said, session: page.id, today: today() });
  if (answer.kind === "notFound") throw notFound(NOT_FOUND);
  if (answer.kind === "recorded") return redirect(`/sessions/${page.id}/day/debrief?saved`);
  const message =
    answer.kind === "tooEarly"
      ? tooEarlyWords(answer.date)
      : `${(await actorNames([answer.by]))(answer.by)} recorded a debrief after you opened the form, and it stands. Look at it below; send yours again if it is still right`;
  return data({ problems: [{ field: "", message }] }, { status: 409 });
});

export default function Debrief() {
  const { page, saved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <DebriefView page={page} saved={saved} problems={answer?.problems ?? []} />;
}
