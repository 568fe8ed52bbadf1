import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guarded, requireAlso, requireWhole, type GuardedArgs } from "~/auth/guard.server";
import { Notice } from "~/components/notice";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { PlanPlaces, TextsView } from "~/components/preparation/texts-view";
import { ProblemSummary, type Problem } from "~/components/problem-summary";
import { Back } from "~/components/trail";
import { TEXT_ACTS } from "~/domain/perioperative/preparation/step";
import { formText, readForm } from "~/http/form-text";
import { badRequest, notFound } from "~/http/refusal";
import { actOnText } from "~/services/preparation/texts.server";
import { store } from "~/store.server";
import { textsPage } from "~/views/preparation/texts-page.server";
import { organisationShown } from "~/views/week-choice.server";

export const meta = () => pageTitle("Approved texts");

/** Also after an answer that refuses: what somebody else did is shown beside it. */
export const shouldRevalidate = () => true;

async function pageOf({ request, user, scope }: GuardedArgs) {
  const search = new URL(request.url).searchParams;
  const organisation = organisationShown(scope, search);
  const page = organisation && (await textsPage(user, scope, organisation, search.get("site") ?? ""));
  if (!page) throw notFound("There is no such site among yours.");
  return page;
}

export const loader = guarded("screening.view", async (args) => ({
  page: await pageOf(args),
  done: new URL(args.request.url).searchParams.get("done"),
}));

export const action = guarded("preparationText.enter", async (args) => {
  const { organisation, site } = await pageOf(args);
  const form = await readForm(args.request);
  const text = (name: string) => formText(form, name);
  const act = TEXT_ACTS.find((one) => one === text("does"));
  if (!act || !/^\d{1,9}$/.test(text("base")))
    throw badRequest("Open the page again: the form is not whole.");
  const permission = act === "entered" ? "preparationText.enter" : "preparationText.approve";
  const scope = await requireAlso(args.user, permission);
  if (site === "") await requireWhole(args.user, permission, organisation);
  const topic = text("topic");
  const answer = await actOnText(
    scope,
    store(),
    { kind: "user", id: args.user.id },
    {
      organisation,
      site,
      topic,
      base: Number(text("base")),
      act,
      text: text("text"),
      reason: text("reason"),
    },
  );
  const typed = { topic, does: act, text: text("text") };
  const refused = (status: number, problems: Problem[]) => data({ problems, typed }, { status });
  switch (answer.kind) {
    case "kept":
      return redirect(`/triage/preparation/texts?${site ? `site=${site}&` : ""}done=${act}`);
    case "notFound":
      throw notFound("There is no such text at your sites.");
    case "changedSince":
      return refused(409, [
        {
          field: "",
          message: "Somebody wrote or approved something here meanwhile. Look at it, then decide",
        },
      ]);
    case "refused":
      return refused(400, [
        { field: act === "withdrawn" ? `withdraw-${topic}` : `text-${topic}`, message: answer.message },
      ]);
  }
});

const DONE: Record<string, string> = {
  entered: "Kept. It counts once it is approved",
  approved: "Approved. Plans quote it from now on, and confirmed plans ask to be looked at again",
  withdrawn: "Withdrawn. Plans tell the patient to ask their pre-op team",
};

export default function Texts() {
  const { page, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="app-measure">
      <Back to="/triage/preparation">Actions of preparation plans</Back>
      {done && DONE[done] ? <Notice success>{DONE[done]}</Notice> : null}
      <ProblemSummary problems={answer?.problems} />
      <PageHeading caption="Medicines and fasting in preparation plans">Approved texts</PageHeading>
      <p>
        Hublist has no instruction of its own about a medicine or fasting. Plans quote what your site has
        written and another clinician has approved, as it stands here, and else tell the patient to ask.
      </p>
      <PlanPlaces places={page.places} site={page.site} to="/triage/preparation/texts" />
      <TextsView page={page} typed={answer?.typed ?? {}} problems={answer?.problems} />
    </div>
  );
}
