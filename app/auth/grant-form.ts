import { z } from "zod";
import type { Problem } from "~/components/problem-summary";
import { isRole } from "~/facts/roles";
import { formText } from "~/http/form-text";
import type { Grant } from "./grants";

/** A role and a place as a form names them: `RQM/` is a whole organisation, `RQM/RQM01` one of its sites. */
export function readGrant(form: FormData): { grant: Grant } | { problems: Problem[] } {
  const role = formText(form, "role");
  const [organisation = "", site = ""] = formText(form, "place").split("/");
  const problems = [
    ...(isRole(role) ? [] : [{ field: "role", message: "Choose a role" }]),
    ...(organisation ? [] : [{ field: "place", message: "Choose where the role holds" }]),
  ];
  return problems.length > 0 ? { problems } : { grant: { role, organisation, site: site || null } };
}

/** The name and e-mail address of a new user. */
export function readPerson(form: FormData): { name: string; email: string; problems: Problem[] } {
  const name = formText(form, "name").slice(0, 200);
  const email = formText(form, "email").toLowerCase();
  const problems = [
    ...(name ? [] : [{ field: "name", message: "Enter the person's name" }]),
    ...(z.email().max(200).safeParse(email).success
      ? []
      : [{ field: "email", message: "Enter an e-mail address, such as a.okafor@nhs.net" }]),
  ];
  return { name, email, problems };
}
