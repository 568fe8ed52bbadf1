import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "nhsuk-react-components";
import { guarded } from "~/auth/guard.server";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { ProblemSummary } from "~/components/problem-summary";
import schedule from "~/components/schedule/schedule.css?url";
import { WEEKDAY_WORDS } from "~/components/schedule/session-life-words";
import { TemplateForm } from "~/components/schedule/template-form";
import { valuesOfTemplate, valuesTypedOf } from "~/components/schedule/template-values";
import { DayField } from "~/components/schedule/when-fields";
import { Back } from "~/components/trail";
import { formText, readForm } from "~/http/form-text";
import { notFound } from "~/http/refusal";
import { takeTemplateStep } from "~/services/schedule/template-step.server";
import { templatePage } from "~/views/schedule/template.server";

export const links = () => [{ rel: "stylesheet", href: schedule }];
export const meta = () => pageTitle("Recurring session");

const NOT_FOUND = "There is no such recurring session at the sites where you may change sessions.";

export const loader = guarded("session.edit", async ({ params, scope }) => {
  const page = await templatePage(scope, params.id!);
  if (!page) throw notFound(NOT_FOUND);
  return page;
});

export const action = guarded("session.edit", async ({ request, params, user, scope }) => {
  const page = await templatePage(scope, params.id!);
  if (!page) throw notFound(NOT_FOUND);
  const form = await readForm(request);
  const answer = await takeTemplateStep(user, scope, page.template.id, form, page.places);
  if (answer.kind === "saved") return redirect(`/schedule?organisation=${page.template.organisation}`);
  if (answer.kind === "notFound") throw notFound(NOT_FOUND);
  const values = formText(form, "step") === "save" ? valuesTypedOf(form) : null;
  if (answer.kind === "refused") return data({ problems: answer.problems, values }, { status: 400 });
  const message =
    "Somebody changed this recurring session after you opened the form, and that change stands. Look at it below; send yours again if it is still right";
  return data({ problems: [{ field: "", message }], values }, { status: 409 });
});

export default function Template() {
  const { template, places } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { theatre, weekday, start, end, revision } = template;
  return (
    <div className="app-measure">
      <Back to="/schedule">Master theatre schedule</Back>
      <ProblemSummary problems={answer?.problems} />
      <PageHeading caption="Recurring session">
        {theatre}, {WEEKDAY_WORDS[weekday - 1]}, {start} to {end}
      </PageHeading>
      <p>
        What you change here counts for sessions that are still to be made. Sessions that were made stay as
        they are.
      </p>
      <TemplateForm
        places={places}
        values={answer?.values ?? valuesOfTemplate(template)}
        revision={revision}
        submitText="Change the recurring session"
        cancelTo="/schedule"
        problems={answer?.problems}
      />
      <h2 className="nhsuk-heading-m">End it</h2>
      <Form method="post" noValidate>
        <input type="hidden" name="step" value="end" />
        <input type="hidden" name="revision" value={revision} />
        <DayField
          name="lastDay"
          label="Its last day"
          hint="No session is made after it; sessions that were made already stay"
          value=""
          problems={answer?.problems}
        />
        <Button type="submit" secondary preventDoubleClick>
          End the recurring session
        </Button>
      </Form>
    </div>
  );
}
