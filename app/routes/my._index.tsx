import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { forPatient } from "~/auth/guard.server";
import { CheckInStartView } from "~/components/check-in/check-in-start";
import { patientTitle } from "~/components/patient/patient-title";
import { TaskList } from "~/components/questionnaire/task-list";
import { checkInStart } from "~/views/check-in/check-in-start.server";
import { tasksPage } from "~/views/questionnaire/tasks.server";
import { patientKey } from "~/services/questionnaire/patient-key";

export const handle = { patient: true };
export const meta = ({ data: loaded }: { data?: unknown }) => {
  const title = (loaded as { checkIn?: { title: string } | null } | undefined)?.checkIn?.title;
  return patientTitle(title ?? "Questions before your operation")();
};

export const loader = forPatient(async ({ visitor }) => {
  if (visitor.invitation.purpose === "page") throw redirect("/my/page");
  const key = patientKey(visitor);
  const checkIn = key.form === "checkIn" ? await checkInStart(key, "/my") : null;
  const page = checkIn ? null : await tasksPage(key);
  if ((checkIn ?? page)?.completed !== false) throw redirect("/my/page");
  return { checkIn, page };
});

export default function Tasks() {
  const { checkIn, page } = useLoaderData<typeof loader>();
  if (checkIn) return <CheckInStartView {...checkIn} />;
  const { tasks, minutes, notWatched, name } = page!;
  return (
    <>
      <h1 className="nhsuk-heading-l">Questions before your operation</h1>
      {name ? <p className="nhsuk-lede-text">Hello {name}.</p> : null}
      <p>Your answers help the hospital to keep you safe and to offer you the right place and date.</p>
      <p>
        Most people need {minutes} minutes. You can stop at any time. What you have answered is saved. Open
        the same link to come back to it, on this or another device.
      </p>
      <div className="nhsuk-inset-text">
        <span className="nhsuk-u-visually-hidden">Information: </span>
        <p>{notWatched}</p>
      </div>
      <TaskList tasks={tasks} base="/my" />
    </>
  );
}
