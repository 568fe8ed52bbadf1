import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import { today } from "~/clock.server";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { ProblemSummary } from "~/components/problem-summary";
import schedule from "~/components/schedule/schedule.css?url";
import { TemplateForm } from "~/components/schedule/template-form";
import { emptyValues, valuesTypedOf } from "~/components/schedule/template-values";
import { Back } from "~/components/trail";
import { readForm } from "~/http/form-text";
import { notFound } from "~/http/refusal";
import { addTemplate } from "~/services/schedule/save-template.server";
import { readTemplateForm } from "~/services/schedule/template-form.server";
import { placesOf } from "~/views/schedule/places.server";
import { organisationShown } from "~/views/week-choice.server";

export const links = () => [{ rel: "stylesheet", href: schedule }];
export const meta = () => pageTitle("Add a recurring session");

const NOT_FOUND = "There is no organisation whose sessions you may change.";

export const loader = guarded("session.edit", async ({ request, scope }) => {
  const organisation = organisationShown(scope, new URL(request.url).searchParams);
  if (organisation === null) throw notFound(NOT_FOUND);
  return { places: await placesOf(scope, organisation), today: today() };
});

export const action = guarded("session.edit", async ({ request, user, scope }) => {
  const organisation = organisationShown(scope, new URL(request.url).searchParams);
  if (organisation === null) throw notFound(NOT_FOUND);
  const form = await readForm(request);
  const places = await placesOf(scope, organisation);
  const known = { ...places, sites: places.sites.map(({ code }) => code) };
  const { given, problems } = readTemplateForm(form, known);
  if (!given) return data({ problems, values: valuesTypedOf(form) }, { status: 400 });
  const answer = await addTemplate(user, scope, organisation, given);
  if (answer.kind === "saved") return redirect(`/schedule?organisation=${organisation}`);
  if (answer.kind !== "refused") throw notFound(NOT_FOUND);
  return data({ problems: answer.problems, values: valuesTypedOf(form) }, { status: 400 });
});

export default function NewTemplate() {
  const { places, today: now } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="app-measure">
      <Back to="/schedule">Master theatre schedule</Back>
      <ProblemSummary problems={answer?.problems} />
      <PageHeading>Add a recurring session</PageHeading>
      <TemplateForm
        places={places}
        values={answer?.values ?? emptyValues({ validFrom: now })}
        submitText="Add the recurring session"
        cancelTo="/schedule"
        problems={answer?.problems}
      />
    </div>
  );
}
