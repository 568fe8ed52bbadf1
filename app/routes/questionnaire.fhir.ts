import { guarded } from "~/auth/guard.server";
import { currentResource } from "~/services/questionnaire/fhir.server";

/** The questionnaire that is asked now, as a FHIR R4 resource. */
export const loader = guarded("questionnaire.manage", () => {
  return new Response(JSON.stringify(currentResource(), null, 2), {
    headers: {
      "Content-Type": "application/fhir+json; charset=utf-8",
      "Content-Disposition": 'attachment; filename="questionnaire.json"',
    },
  });
});
