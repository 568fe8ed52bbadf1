import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import { today } from "~/clock.server";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { ProblemSummary } from "~/components/problem-summary";
import { Back } from "~/components/trail";
import { MeasuresForm } from "~/components/triage/measures-form";
import { ENTERED_MEASURES } from "~/domain/perioperative/measures";
import { formText, readForm } from "~/http/form-text";
import { notFound } from "~/http/refusal";
import { readMeasuresForm } from "~/services/triage/measures-form.server";
import { recordMeasures } from "~/services/triage/record-measures.server";
import { store } from "~/store.server";
import { measuresPage } from "~/views/triage/measures.server";

export const meta = () => pageTitle("Enter measures");

const NOT_FOUND = "There is no such patient waiting at the sites where you may enter measures.";

export const loader = guarded("measure.record", async ({ params, user, scope }) => {
  const page = await measuresPage(user, scope, params.entry ?? "");
  if (!page) throw notFound(NOT_FOUND);
  return page;
});

export const action = guarded("measure.record", async ({ request, params, user, scope }) => {
  const form = await readForm(request);
  const { taken, problems } = readMeasuresForm(form, today());
  const typed = Object.fromEntries(
    ["takenOn", ...ENTERED_MEASURES].map((name) => [name, formText(form, name)]),
  );
  if (!taken) return data({ problems, typed }, { status: 400 });
  const entry = params.entry ?? "";
  if (!(await recordMeasures(scope, store(), { kind: "user", id: user.id }, entry, taken)))
    throw notFound(NOT_FOUND);
  return redirect(`/triage/${entry}?measured`);
});

export default function Measures() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="app-measure">
      <Back to={`/triage/${page.id}`}>{page.name}</Back>
      <ProblemSummary problems={answer?.problems} />
      <PageHeading caption={page.name}>Enter measures</PageHeading>
      <MeasuresForm page={page} typed={answer?.typed} problems={answer?.problems} />
    </div>
  );
}
