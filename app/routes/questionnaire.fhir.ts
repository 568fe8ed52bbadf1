import { guarded } from "~/auth/guard.server";
import { currentResource } from "~/services/questionnaire/fhir.server";

/** The questions that are asked now, at listing or with `?form=checkIn` while waiting, as a FHIR R4 resource. */
export const loader = guarded("questionnaire.manage", ({ request }) => {
  const asked = new URL(request.url).searchParams.get("form");
  const form = asked === "checkIn" ? "checkIn" : "screening";
  return new Response(JSON.stringify(currentResource(form), null, 2), {
    headers: {
      "Content-Type": "application/fhir+json; charset=utf-8",
      "Content-Disposition": 'attachment; filename="questionnaire.json"',
    },
  });
});
