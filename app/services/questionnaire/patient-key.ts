import type { PatientVisitor } from "~/auth/patient-visitor.server";
import type { FormKey } from "./form.server";

/** The form of a patient, or of who answers for them, by their invitation. */
export function patientKey({ device, invitation }: PatientVisitor): FormKey {
  const { organisation, site, entry, part, purpose } = invitation;
  return {
    actor: { kind: "patient", invitation: invitation.id },
    ...{ organisation, site, entry, part },
    form: purpose === "checkIn" ? "checkIn" : "screening",
    source: { by: device.who, channel: "online" },
    invitation: invitation.id,
    response: null,
  };
}
