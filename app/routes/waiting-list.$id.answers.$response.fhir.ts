import { guarded } from "~/auth/guard.server";
import { notFound } from "~/http/refusal";
import { exportResponse } from "~/services/questionnaire/fhir.server";

/** The answers as a FHIR R4 QuestionnaireResponse. */
export const loader = guarded("questionnaire.manage", async ({ params, scope }) => {
  const resource = await exportResponse(scope, params.response!);
  if (!resource || resource.subject?.identifier?.value !== params.id)
    throw notFound("There are no such answers.");
  return new Response(JSON.stringify(resource, null, 2), {
    headers: {
      "Content-Type": "application/fhir+json; charset=utf-8",
      "Content-Disposition": 'attachment; filename="questionnaire-response.json"',
    },
  });
});
