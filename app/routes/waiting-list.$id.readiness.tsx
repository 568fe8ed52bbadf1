import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { ProblemSummary } from "~/components/problem-summary";
import { Back } from "~/components/trail";
import { ReadinessForm } from "~/components/waiting-list/readiness-form";
import { valuesOf, valuesTyped } from "~/components/waiting-list/readiness-values";
import { readForm } from "~/http/form-text";
import { notFound } from "~/http/refusal";
import { decideOnReadiness } from "~/services/readiness-decision.server";
import { readReadinessForm } from "~/services/readiness-form.server";
import { readinessPage } from "~/views/entry-readiness.server";

export const meta = () => pageTitle("Decide on readiness");

const NOT_FOUND = "There is no such waiting entry at the sites where you may confirm fitness.";

export const loader = guarded("readiness.confirm", async ({ params, user, scope }) => {
  const page = await readinessPage(user, scope, params.id!);
  if (!page) throw notFound(NOT_FOUND);
  return page;
});

export const action = guarded("readiness.confirm", async ({ request, params, user, scope }) => {
  const page = await readinessPage(user, scope, params.id!);
  if (!page) throw notFound(NOT_FOUND);
  const form = await readForm(request);
  const hubs = page.hubs.map(({ code }) => code);
  const { given, problems } = readReadinessForm(form, hubs, page.unread.length > 0 ? page.seen : null);
  if (!given) return data({ problems, values: valuesTyped(form) }, { status: 400 });
  const answer = await decideOnReadiness(user, scope, page.id, Number(form.get("decision")), given);
  if (answer.kind === "decided") return redirect(`/waiting-list/${page.id}?decided`);
  if (answer.kind === "notFound") throw notFound(NOT_FOUND);
  const message = `${answer.by} decided on this entry after you opened the form, and that decision stands. Look at it below; send yours again if it is still right`;
  return data({ problems: [{ field: "", message }], values: valuesTyped(form) }, { status: 409 });
});

export default function DecideOnReadiness() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const back = `/waiting-list/${page.id}`;
  return (
    <div className="app-measure">
      <Back to={back}>{page.name}</Back>
      <ProblemSummary problems={answer?.problems} />
      <PageHeading caption={`${page.name}: ${page.procedure}`}>Decide on readiness</PageHeading>
      <p>
        Now: <strong>{page.now}</strong> What you decide here counts from now on. A waiting-list file that
        says something else is shown as differing and changes nothing.
      </p>
      <ReadinessForm
        values={answer?.values ?? valuesOf(page.readiness)}
        hubs={page.hubs}
        unread={page.unread}
        seen={page.seen}
        decision={page.decision}
        cancelTo={back}
        problems={answer?.problems}
      />
    </div>
  );
}
