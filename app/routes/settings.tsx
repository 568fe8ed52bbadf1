import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { guarded, type GuardedArgs } from "~/auth/guard.server";
import { Notice } from "~/components/notice";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { ProblemSummary } from "~/components/problem-summary";
import { SettingsForm } from "~/components/settings/settings-form";
import { SettingsHistory } from "~/components/settings/settings-history";
import { readForm } from "~/http/form-text";
import { notFound } from "~/http/refusal";
import { saveSettingsForm } from "~/services/save-settings.server";
import { store } from "~/store.server";
import { settingsPage } from "~/views/settings.server";
import { organisationShown } from "~/views/week-choice.server";

export const meta = () => pageTitle("Settings");

function organisationOf({ request, scope }: GuardedArgs): string {
  const organisation = organisationShown(scope, new URL(request.url).searchParams);
  if (organisation === null) throw notFound("There is no such organisation among yours.");
  return organisation;
}

/** Also after an answer that refuses: what somebody else changed is shown beside it. */
export const shouldRevalidate = () => true;

export const loader = guarded("setting.view", (args) =>
  settingsPage(args.user, args.scope, organisationOf(args)),
);

export const action = guarded("setting.edit", async (args) => {
  const { scope } = args;
  const organisation = organisationOf(args);
  const form = await readForm(args.request);
  const actor = { kind: "user", id: args.user.id } as const;
  const outcome = await saveSettingsForm(scope, store(), actor, organisation, form);
  if (outcome.kind === "saved")
    return redirect(`/settings?organisation=${encodeURIComponent(organisation)}&saved=${outcome.number}`);
  return data({ problems: outcome.problems, given: outcome.given }, { status: outcome.status });
});

export default function Settings() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const saved = search.get("saved");
  return (
    <>
      {saved && !answer ? <Notice success>Saved as version {saved}.</Notice> : null}
      <ProblemSummary problems={answer?.problems} />
      <PageHeading
        caption={page.number === 0 ? "The defaults: nobody has set anything yet" : `Version ${page.number}`}
      >
        Settings of the scheduling week
      </PageHeading>
      <p className="app-measure">
        Dates and borders of a site’s week. A site that leaves a field empty has its organisation’s value.
        Rules and weights of planning are in the policy.
      </p>
      <SettingsForm page={page} given={answer?.given} problems={answer?.problems} />
      <SettingsHistory page={page} />
    </>
  );
}
