import { redirect } from "@remix-run/node";
import { forPatient } from "~/auth/guard.server";
import { takePatientToken } from "~/auth/patient-cookie.server";
import { leaveDevice } from "~/services/invitation/leave-device.server";

/** Ends the stay of this browser, as on somebody else's device. */
export const action = forPatient(async ({ visitor, context }) => {
  await leaveDevice(visitor);
  return redirect("/q", { headers: { "Set-Cookie": await takePatientToken(context.https) } });
});

export const loader = forPatient(() => redirect("/my"));
