import { data, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { Button, Checkboxes, Textarea } from "nhsuk-react-components";
import { guarded } from "~/auth/guard.server";
import { today } from "~/clock.server";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { problemOf, ProblemSummary } from "~/components/problem-summary";
import { FactFields } from "~/components/schedule/fact-fields";
import { PlaceFields } from "~/components/schedule/place-fields";
import schedule from "~/components/schedule/schedule.css?url";
import { emptyValues, valuesTypedOf } from "~/components/schedule/template-values";
import { DayField } from "~/components/schedule/when-fields";
import { Back } from "~/components/trail";
import { readForm } from "~/http/form-text";
import { notFound } from "~/http/refusal";
import { addSession, readAddedSession } from "~/services/schedule/add-session.server";
import { placesOf } from "~/views/schedule/places.server";
import { organisationShown } from "~/views/week-choice.server";

export const links = () => [{ rel: "stylesheet", href: schedule }];
export const meta = () => pageTitle("Add a session for one date");

const NOT_FOUND = "There is no organisation whose sessions you may change.";

export const loader = guarded("session.edit", async ({ request, scope }) => {
  const organisation = organisationShown(scope, new URL(request.url).searchParams);
  if (organisation === null) throw notFound(NOT_FOUND);
  return { places: await placesOf(scope, organisation) };
});

export const action = guarded("session.edit", async ({ request, user, scope }) => {
  const organisation = organisationShown(scope, new URL(request.url).searchParams);
  if (organisation === null) throw notFound(NOT_FOUND);
  const form = await readForm(request);
  const places = await placesOf(scope, organisation);
  const known = { ...places, sites: places.sites.map(({ code }) => code) };
  const { given, problems } = readAddedSession(form, known, today());
  if (!given) return data({ problems, values: valuesTypedOf(form) }, { status: 400 });
  const answer = await addSession(user, scope, organisation, given);
  if (answer.kind === "added") return redirect(`/sessions/${answer.id}`);
  if (answer.kind === "notFound") throw notFound(NOT_FOUND);
  return data({ problems: answer.problems, values: valuesTypedOf(form) }, { status: 400 });
});

export default function AddSession() {
  const { places } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const values = answer?.values ?? emptyValues();
  const problems = answer?.problems;
  return (
    <div className="app-measure">
      <Back to="/schedule">Master theatre schedule</Back>
      <ProblemSummary problems={problems} />
      <PageHeading>Add a session for one date</PageHeading>
      <Form method="post" noValidate className="app-schedule-form">
        <PlaceFields places={places} values={values} problems={problems} />
        <DayField name="date" label="Day" value={values.date} problems={problems} />
        <Checkboxes id="onHoliday" name="onHoliday" legend="Bank holiday" legendProps={{ size: "s" }} small>
          <Checkboxes.Item value="yes" defaultChecked={values.onHoliday}>
            It runs even if the day is a bank holiday
          </Checkboxes.Item>
        </Checkboxes>
        <FactFields values={values} equipment={places.equipment} problems={problems} />
        <Textarea
          id="reason"
          name="reason"
          label="Why?"
          labelProps={{ size: "s" }}
          rows={2}
          defaultValue={values.reason}
          error={problemOf(problems, "reason")}
        />
        <div className="app-buttons">
          <Button type="submit" preventDoubleClick>
            Add the session
          </Button>
          <Link to="/schedule">Cancel</Link>
        </div>
      </Form>
    </div>
  );
}
