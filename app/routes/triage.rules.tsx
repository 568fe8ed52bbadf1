import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guarded, requireWhole, type GuardedArgs } from "~/auth/guard.server";
import { Notice } from "~/components/notice";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { ProblemSummary } from "~/components/problem-summary";
import { Back } from "~/components/trail";
import { PlaceLinks, RulesForm } from "~/components/triage/rules-form";
import { readForm } from "~/http/form-text";
import { notFound } from "~/http/refusal";
import { readScreeningForm } from "~/services/triage/screening-form.server";
import { saveScreening } from "~/services/triage/save-screening.server";
import { store } from "~/store.server";
import { screeningRulesPage } from "~/views/triage/screening-rules.server";
import { organisationShown } from "~/views/week-choice.server";

export const meta = () => pageTitle("Screening rules");

/** Also after an answer that refuses: what somebody else changed is shown beside it. */
export const shouldRevalidate = () => true;

async function pageOf({ request, user, scope }: GuardedArgs) {
  const search = new URL(request.url).searchParams;
  const organisation = organisationShown(scope, search);
  const page =
    organisation && (await screeningRulesPage(user, scope, organisation, search.get("site") ?? ""));
  if (!page) throw notFound("There is no such site among yours.");
  return page;
}

export const loader = guarded("screening.view", async (args) => ({
  page: await pageOf(args),
  saved: new URL(args.request.url).searchParams.has("saved"),
}));

export const action = guarded("screening.edit", async (args) => {
  const page = await pageOf(args);
  if (page.site === "") await requireWhole(args.user, "screening.edit", page.organisation);
  const form = await readForm(args.request);
  const typed = Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
  const { given, problems } = readScreeningForm(form, page.hub !== null);
  if (!given) return data({ problems, typed }, { status: 400 });
  const actor = { kind: "user", id: args.user.id } as const;
  const outcome = await saveScreening(
    args.scope,
    store(),
    actor,
    page.organisation,
    page.site || null,
    given,
  );
  if (outcome.kind === "saved")
    return redirect(page.site === "" ? "/triage/rules?saved" : `/triage/rules?site=${page.site}&saved`);
  const message =
    "Somebody saved other settings since you opened this page. Nothing was saved: look at theirs below, then decide";
  return data({ problems: [{ field: "", message }], typed: {} }, { status: 409 });
});

export default function ScreeningRules() {
  const { page, saved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <Back to="/triage">Triage</Back>
      {saved ? (
        <Notice success>
          Saved. Patients are looked at again from now on; Triage says how many are left
        </Notice>
      ) : null}
      <ProblemSummary problems={answer?.problems} />
      <PageHeading caption={`Rules of screening, version ${page.ruleSet}`}>Screening rules</PageHeading>
      <p className="app-measure">{page.status}. Rules suggest; a registered professional decides.</p>
      <PlaceLinks page={page} />
      <RulesForm
        key={`${page.site}-${page.number}`}
        page={page}
        typed={answer?.typed ?? {}}
        problems={answer?.problems}
      />
    </>
  );
}
