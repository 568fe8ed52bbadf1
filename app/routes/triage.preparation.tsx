import { data, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { guarded, requireWhole, type GuardedArgs } from "~/auth/guard.server";
import { Notice } from "~/components/notice";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { ActionsForm } from "~/components/preparation/actions-form";
import { NoAction } from "~/components/preparation/no-action";
import { PlanPlaces } from "~/components/preparation/texts-view";
import { ProblemSummary } from "~/components/problem-summary";
import { Back } from "~/components/trail";
import { readForm } from "~/http/form-text";
import { notFound } from "~/http/refusal";
import { readActionsForm, saveActions } from "~/services/preparation/save-actions.server";
import { store } from "~/store.server";
import { actionsPage } from "~/views/preparation/actions-page.server";
import { organisationShown } from "~/views/week-choice.server";

export const meta = () => pageTitle("Actions of preparation plans");

/** Also after an answer that refuses: what somebody else changed is shown beside it. */
export const shouldRevalidate = () => true;

async function pageOf({ request, user, scope }: GuardedArgs) {
  const search = new URL(request.url).searchParams;
  const organisation = organisationShown(scope, search);
  const page = organisation && (await actionsPage(user, scope, organisation, search.get("site") ?? ""));
  if (!page) throw notFound("There is no such site among yours.");
  return page;
}

export const loader = guarded("screening.view", async (args) => ({
  page: await pageOf(args),
  saved: new URL(args.request.url).searchParams.has("saved"),
}));

export const action = guarded("screening.edit", async (args) => {
  const { organisation, site } = await pageOf(args);
  if (site === "") await requireWhole(args.user, "screening.edit", organisation);
  const form = await readForm(args.request);
  const typed = Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
  const { given, problems } = readActionsForm(form);
  if (!given) return data({ problems, typed }, { status: 400 });
  const actor = { kind: "user", id: args.user.id } as const;
  const outcome = await saveActions(args.scope, store(), actor, { organisation, site }, given);
  if (outcome.kind === "saved") return redirect(`/triage/preparation?${site ? `site=${site}&` : ""}saved`);
  const message =
    "Somebody saved other settings since you opened this page. Nothing was saved: look at theirs below, then decide";
  return data({ problems: [{ field: "", message }], typed: {} }, { status: 409 });
});

export default function PreparationActions() {
  const { page, saved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <Back to="/triage">Triage</Back>
      {saved ? (
        <Notice success>Saved. Confirmed plans that no longer fit ask to be looked at again</Notice>
      ) : null}
      <ProblemSummary problems={answer?.problems} />
      <PageHeading
        caption={`Version ${page.version}`}
        actions={<Link to="/triage/preparation/texts">Approved texts</Link>}
      >
        Actions of preparation plans
      </PageHeading>
      <p className="app-measure">{page.status}. A nurse reviews and confirms every plan.</p>
      <PlanPlaces places={page.places} site={page.site} to="/triage/preparation" />
      <ActionsForm
        key={`${page.site}-${page.number}`}
        page={page}
        typed={answer?.typed ?? {}}
        problems={answer?.problems}
      />
      <NoAction noAction={page.noAction} />
    </>
  );
}
