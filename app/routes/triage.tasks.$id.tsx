import { data, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { Button, Radios, Textarea } from "nhsuk-react-components";
import { guarded } from "~/auth/guard.server";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { problemOf, ProblemSummary } from "~/components/problem-summary";
import { Back } from "~/components/trail";
import { TASK_ENDS } from "~/domain/perioperative/task";
import { formText, readForm } from "~/http/form-text";
import { notFound } from "~/http/refusal";
import { endCareTask } from "~/services/triage/end-task.server";
import { store } from "~/store.server";
import { taskPage } from "~/views/triage/task.server";

export const meta = () => pageTitle("End a task");

const NOT_FOUND = "There is no such task at the sites where you may end tasks.";
const LONGEST_REASON = 500;

export const loader = guarded("task.end", async ({ params, user, scope }) => {
  const page = await taskPage(user, scope, params.id ?? "");
  if (!page) throw notFound(NOT_FOUND);
  return page;
});

export const action = guarded("task.end", async ({ request, params, user, scope }) => {
  const form = await readForm(request);
  const end = TASK_ENDS.find((one) => one === formText(form, "end"));
  const reason = formText(form, "reason").slice(0, LONGEST_REASON);
  const typed = { end: end ?? "", reason };
  if (!end)
    return data(
      { problems: [{ field: "end", message: "Choose what became of it" }], typed },
      { status: 400 },
    );
  const actor = { kind: "user", id: user.id } as const;
  const answer = await endCareTask(scope, store(), actor, params.id ?? "", end, reason);
  if (answer.kind === "notFound") throw notFound(NOT_FOUND);
  if (answer.kind === "reasonNeeded")
    return data(
      { problems: [{ field: "reason", message: "Say what was done, or why it is not needed" }], typed },
      { status: 400 },
    );
  return redirect(answer.kind === "ended" ? "/triage?done=ended" : `/triage/${answer.entry}`);
});

export default function EndTask() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { problems, typed } = answer ?? {};
  return (
    <div className="app-measure">
      <Back to={`/triage/${page.entry}`}>{page.name}</Back>
      <ProblemSummary problems={problems} />
      <PageHeading caption={page.name}>End a task</PageHeading>
      <p className="app-lead">
        {page.urgent ? <strong>Urgent: </strong> : null}
        {page.words}
      </p>
      <Form method="post" noValidate>
        <Radios
          id="end"
          name="end"
          legend="What became of it?"
          legendProps={{ size: "s" }}
          error={problemOf(problems, "end")}
          small
        >
          <Radios.Item value="done" defaultChecked={typed?.end === "done"}>
            It is done
          </Radios.Item>
          <Radios.Item value="dismissed" defaultChecked={typed?.end === "dismissed"}>
            It is not needed
          </Radios.Item>
        </Radios>
        <Textarea
          id="reason"
          name="reason"
          label={page.urgent ? "What was done, or why it is not needed" : "Why it is not needed"}
          rows={3}
          defaultValue={typed?.reason ?? ""}
          error={problemOf(problems, "reason")}
        />
        <div className="app-buttons">
          <Button type="submit" preventDoubleClick>
            End the task
          </Button>
          <Link to={`/triage/${page.entry}`}>Cancel</Link>
        </div>
      </Form>
    </div>
  );
}
