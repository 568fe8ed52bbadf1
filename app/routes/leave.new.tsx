import { data, redirect } from "@remix-run/node";
import { Form, Link, useActionData } from "@remix-run/react";
import { Button, Radios, TextInput } from "nhsuk-react-components";
import { guarded } from "~/auth/guard.server";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { PART_WORDS } from "~/components/schedule/session-life-words";
import { LEAVE_HALVES, LEAVE_PARTS } from "~/domain/leave";
import { problemOf, ProblemSummary } from "~/components/problem-summary";
import { DayField } from "~/components/schedule/when-fields";
import { Back } from "~/components/trail";
import { formText, readForm } from "~/http/form-text";
import { notFound } from "~/http/refusal";
import { addLeave } from "~/services/leave/keep-leave.server";
import { readLeaveForm } from "~/services/leave/leave-form.server";
import { organisationShown } from "~/views/week-choice.server";

export const meta = () => pageTitle("Record leave");

const HALF_CHOICES = {
  day: "All day",
  am: "The morning, until 13:00",
  pm: "The afternoon, from 13:00",
};

const NOT_FOUND = "There is no organisation whose sessions you may change.";

export const loader = guarded("session.edit", ({ request, scope }) => {
  const organisation = organisationShown(scope, new URL(request.url).searchParams);
  if (organisation === null) throw notFound(NOT_FOUND);
  return null;
});

export const action = guarded("session.edit", async ({ request, user, scope }) => {
  const organisation = organisationShown(scope, new URL(request.url).searchParams);
  if (organisation === null) throw notFound(NOT_FOUND);
  const form = await readForm(request);
  const { given, problems } = readLeaveForm(form);
  const typed = (name: string) => formText(form, name);
  const values = {
    ...{ person: typed("person"), role: typed("role"), from: typed("from"), to: typed("to") },
    ...{ half: typed("half"), note: typed("note") },
  };
  if (!given) return data({ problems, values }, { status: 400 });
  const answer = await addLeave(user, scope, organisation, given);
  if (answer.kind === "notFound") throw notFound(NOT_FOUND);
  return redirect(`/leave?organisation=${organisation}`);
});

export default function NewLeave() {
  const answer = useActionData<typeof action>();
  const values = answer?.values;
  const problems = answer?.problems;
  return (
    <div className="app-measure">
      <Back to="/leave">Leave</Back>
      <ProblemSummary problems={problems} />
      <PageHeading>Record leave</PageHeading>
      <Form method="post" noValidate>
        <TextInput
          id="person"
          name="person"
          label="Code of the person"
          labelProps={{ size: "s" }}
          hint="As sessions name them, such as C1234567"
          width="10"
          autoComplete="off"
          spellCheck={false}
          defaultValue={values?.person}
          error={problemOf(problems, "person")}
        />
        <Radios
          id="role"
          name="role"
          legend="Away as"
          legendProps={{ size: "s" }}
          error={problemOf(problems, "role")}
          small
        >
          {LEAVE_PARTS.map((role) => (
            <Radios.Item key={role} value={role} defaultChecked={values?.role === role}>
              {PART_WORDS[role]}
            </Radios.Item>
          ))}
        </Radios>
        <DayField name="from" label="First day away" value={values?.from ?? ""} problems={problems} />
        <DayField
          name="to"
          label="Last day away"
          hint="Empty: the same day"
          value={values?.to ?? ""}
          problems={problems}
        />
        <Radios id="half" name="half" legend="How much of each day" legendProps={{ size: "s" }} small>
          {LEAVE_HALVES.map((half) => (
            <Radios.Item key={half} value={half} defaultChecked={(values?.half || "day") === half}>
              {HALF_CHOICES[half]}
            </Radios.Item>
          ))}
        </Radios>
        <TextInput
          id="note"
          name="note"
          label="Note"
          labelProps={{ size: "s" }}
          hint="Seen by everybody who sees sessions: no personal reasons"
          defaultValue={values?.note}
          error={problemOf(problems, "note")}
        />
        <div className="app-buttons">
          <Button type="submit" preventDoubleClick>
            Record the leave
          </Button>
          <Link to="/leave">Cancel</Link>
        </div>
      </Form>
    </div>
  );
}
