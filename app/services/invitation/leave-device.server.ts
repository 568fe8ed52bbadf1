import type { PatientVisitor } from "~/auth/patient-visitor.server";
import { store } from "~/store.server";
import { endDevice } from "~db/patient-devices";

/** Ends the stay of a patient's browser; its cookie opens nothing any more. */
export async function leaveDevice({ device, invitation }: PatientVisitor): Promise<void> {
  const actor = { kind: "patient", invitation: invitation.id } as const;
  await store().commit(actor, "patient.leave", (tx) => endDevice(tx, device.id, invitation));
}
