import { useLoaderData } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import css from "~/components/lists/letter.css?url";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import planCss from "~/components/preparation/plan-paper.css?url";
import { PlanSheet } from "~/components/preparation/plan-sheet";
import { Back } from "~/components/trail";
import { notFound } from "~/http/refusal";
import { planPaper } from "~/views/preparation/plan-paper.server";

export const links = () => [css, planCss].map((href) => ({ rel: "stylesheet", href }));

export const meta = () => pageTitle("Print a preparation plan");

export const loader = guarded("triage.view", async ({ params, request, user, scope }) => {
  const paper = await planPaper(user, scope, params.entry ?? "");
  if (!paper) throw notFound("No plan was confirmed for such a patient at the sites whose triage you see.");
  const size = new URL(request.url).searchParams.get("size");
  return { paper, large: size === "large" || (size === null && paper.large) };
});

export default function PrintPlan() {
  const { paper, large } = useLoaderData<typeof loader>();
  return (
    <>
      <div className="app-no-print">
        <Back to={`/triage/${paper.id}/plan`}>Preparation plan</Back>
        <PageHeading caption={large ? "Large print" : "A4 upright"}>Print the plan</PageHeading>
        <p>
          Print with the browser.{paper.large ? " Our notes say that the patient needs large print." : ""}
        </p>
      </div>
      <PlanSheet paper={paper} large={large} />
    </>
  );
}
