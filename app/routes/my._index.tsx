import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { forPatient } from "~/auth/guard.server";
import { patientTitle } from "~/components/patient/patient-title";
import { TaskList } from "~/components/questionnaire/task-list";
import { tasksPage } from "~/views/questionnaire/tasks.server";
import { patientKey } from "~/services/questionnaire/patient-key";

export const handle = { patient: true };
export const meta = patientTitle("Questions before your operation");

export const loader = forPatient(async ({ visitor }) => {
  if (visitor.invitation.purpose === "page") throw redirect("/my/page");
  const page = await tasksPage(patientKey(visitor));
  if (!page || page.completed) throw redirect("/my/page");
  return page;
});

export default function Tasks() {
  const { tasks, minutes, notWatched, name } = useLoaderData<typeof loader>();
  return (
    <>
      <h1 className="nhsuk-heading-l">Questions before your operation</h1>
      {name ? <p className="nhsuk-lede-text">Hello {name}.</p> : null}
      <p>Your answers help the hospital to keep you safe and to offer you the right place and date.</p>
      <p>
        It takes about {minutes} minutes. You can stop at any time. What you have answered is saved. Open the
        same link to come back to it, on this or another device.
      </p>
      <div className="nhsuk-inset-text">
        <span className="nhsuk-u-visually-hidden">Information: </span>
        <p>{notWatched}</p>
      </div>
      <TaskList tasks={tasks} base="/my" />
    </>
  );
}
