import { useLoaderData } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { AnswerList } from "~/components/questionnaire/answer-list";
import { TaskList } from "~/components/questionnaire/task-list";
import { Back } from "~/components/trail";
import { notFound } from "~/http/refusal";
import { sentAnswers } from "~/views/patient-says/sent-answers.server";
import { staffForm } from "~/views/patient-says/staff-form.server";
import { tasksPage } from "~/views/questionnaire/tasks.server";

export const meta = () => pageTitle("Answers");

export const loader = guarded("questionnaire.manage", async ({ params, user, scope }) => {
  const sent = await sentAnswers(user, scope, params.id!, params.response!);
  const back = `/waiting-list/${params.id}/answers`;
  if (sent) return { back, sent, tasks: null, base: "" };
  const { key, base } = await staffForm(user, scope, params);
  const page = await tasksPage(key);
  if (!page) throw notFound("There are no such answers that you may see.");
  return { back, sent: null, tasks: page.tasks, base };
});

export default function Response() {
  const { back, sent, tasks, base } = useLoaderData<typeof loader>();
  return (
    <>
      <Back to={back}>Questions and answers</Back>
      <div className="app-measure">
        {sent ? (
          <>
            <PageHeading caption={sent.caption}>Answers</PageHeading>
            {sent.unknown.length > 0 ? (
              <div className="nhsuk-inset-text">
                <p>Safety questions left out or answered “I do not know”: {sent.unknown.join("; ")}</p>
              </div>
            ) : null}
            <AnswerList sections={sent.sections} base={null} hideSensitive={false} reader="staff" />
          </>
        ) : (
          <>
            <PageHeading>Enter a patient's answers</PageHeading>
            <p>Read each question out as it stands. Enter what the patient says, also “I do not know”.</p>
            <TaskList tasks={tasks ?? []} base={base} />
          </>
        )}
      </div>
    </>
  );
}
