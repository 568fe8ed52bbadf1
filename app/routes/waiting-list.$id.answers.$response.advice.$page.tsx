import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import { pageTitle } from "~/components/page-title";
import { Advice } from "~/components/questionnaire/advice";
import { staffForm } from "~/views/patient-says/staff-form.server";
import { advicePage } from "~/views/questionnaire/advice.server";

export const meta = () => pageTitle("Tell the patient this now");

export const loader = guarded("questionnaire.manage", async ({ params, request, user, scope }) => {
  const { key, base } = await staffForm(user, scope, params);
  const page = await advicePage(key, params.page!, base, request);
  if (!page) throw redirect(base);
  return page;
});

export default function StaffAdvice() {
  return (
    <div className="app-measure">
      <p>Read this to the patient now.</p>
      <Advice {...useLoaderData<typeof loader>()} />
    </div>
  );
}
