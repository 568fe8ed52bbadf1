import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { forPatient } from "~/auth/guard.server";
import { patientTitle } from "~/components/patient/patient-title";
import { Advice } from "~/components/questionnaire/advice";
import { patientKey } from "~/services/questionnaire/patient-key";
import { advicePage } from "~/views/questionnaire/advice.server";

export const handle = { patient: true };
export const meta = patientTitle("Read this now");

export const loader = forPatient(async ({ visitor, params, request }) => {
  const page = await advicePage(patientKey(visitor), params.page!, "/my", request);
  if (!page) throw redirect("/my");
  return page;
});

export default function AdvicePage() {
  return <Advice {...useLoaderData<typeof loader>()} />;
}
