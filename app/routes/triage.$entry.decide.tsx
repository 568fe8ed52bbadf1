import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import { today } from "~/clock.server";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { ProblemSummary, type Problem } from "~/components/problem-summary";
import { Back } from "~/components/trail";
import { ForAPerson, Standing, UrgentLines } from "~/components/triage/card-result";
import { DecideForm, type DecisionTyped } from "~/components/triage/decide-form";
import { againstWords } from "~/components/triage/triage-words";
import { formText, readForm } from "~/http/form-text";
import { notFound } from "~/http/refusal";
import { decideScreening } from "~/services/triage/decide.server";
import { readDecisionForm } from "~/services/triage/decision-form.server";
import { store } from "~/store.server";
import { cardPage } from "~/views/triage/card.server";

export const meta = () => pageTitle("Decide on a patient");

const NOT_FOUND =
  "There is no such patient waiting at the sites where you may confirm fitness, or no answers yet.";

/** Also after an answer that refuses: what came in meanwhile is shown beside it. */
export const shouldRevalidate = () => true;

export const loader = guarded("readiness.confirm", async ({ params, user, scope }) => {
  const page = await cardPage(user, scope, params.entry ?? "");
  if (!page?.deciding) throw notFound(NOT_FOUND);
  return { page, deciding: page.deciding };
});

export const action = guarded("readiness.confirm", async ({ request, params, user, scope }) => {
  const page = await cardPage(user, scope, params.entry ?? "");
  if (!page?.deciding) throw notFound(NOT_FOUND);
  const { hubs, validDays, mayOverride } = page.deciding;
  const form = await readForm(request);
  const typed = typedOf(form);
  const refused = (status: number, problems: Problem[]) => data({ problems, typed }, { status });
  const { given, problems } = readDecisionForm(
    form,
    hubs.map(({ code }) => code),
    { today: today(), validDays },
  );
  if (!given) return refused(400, problems);
  const answer = await decideScreening(
    scope,
    store(),
    { kind: "user", id: user.id },
    page.id,
    given,
    mayOverride,
  );
  switch (answer.kind) {
    case "decided":
      return redirect(`/triage?done=${answer.as}`);
    case "notFound":
      throw notFound(NOT_FOUND);
    case "unread":
      return refused(400, [{ field: "read", message: "Read what the patient wrote, and say so" }]);
    case "changedSince":
      return refused(409, [{ field: "", message: CHANGED[answer.what] }]);
    case "against": {
      const siteName = (code: string) => hubs.find((hub) => hub.code === code)?.name ?? code;
      const what = answer.against.map((one) => againstWords(one, siteName)).join(". ");
      const mend =
        answer.lacking === "reason"
          ? "Say why you decide so all the same"
          : "A clinician may override the rules; choose otherwise, or ask one";
      return refused(400, [{ field: "reason", message: `${what}. ${mend}` }]);
    }
  }
});

const CHANGED = {
  decision:
    "Somebody decided on this patient after you opened the card, and that decision stands. Look at it, then decide",
  assessment:
    "New answers, measures or settings came in after you opened the card. Look at them, then decide",
};

const typedOf = (form: FormData): DecisionTyped => ({
  ...{
    screening: formText(form, "screening"),
    seen: formText(form, "seen"),
    reason: formText(form, "reason"),
  },
  ...{ fitFrom: formText(form, "fitFrom"), fitUntil: formText(form, "fitUntil") },
  hubs: form.getAll("hub").filter((hub): hub is string => typeof hub === "string"),
});

export default function Decide() {
  const { page, deciding } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="app-measure">
      <Back to={`/triage/${page.id}`}>{page.name}</Back>
      <ProblemSummary problems={answer?.problems} />
      <PageHeading caption={`${page.name}: ${page.procedure}`}>Decide</PageHeading>
      <UrgentLines urgent={page.urgent} />
      <Standing page={page} />
      <ForAPerson page={page} />
      <DecideForm page={page} deciding={deciding} typed={answer?.typed} problems={answer?.problems} />
    </div>
  );
}
