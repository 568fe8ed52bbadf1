import type { User } from "~/auth/visitor.server";
import type { Scope } from "~db/scope";
import { FormFields } from "../form-fields.server";
import { changeTemplate, endTemplate, type TemplateAnswer } from "./save-template.server";
import { readTemplateForm, type KnownPlaces } from "./template-form.server";

/** Reads the form of a template that is there, which changes or ends it, and does so. */
export async function takeTemplateStep(
  user: User,
  scope: Scope,
  id: string,
  form: FormData,
  places: Omit<KnownPlaces, "sites"> & { sites: { code: string }[] },
): Promise<TemplateAnswer> {
  const fields = new FormFields(form);
  const base = fields.wholeNumber("revision", "the revision", 1, 1_000_000) ?? -1;
  if (fields.text("step") === "end") {
    const lastDay = fields.date("lastDay", "the last day");
    if (lastDay === null && fields.problems.length === 0) fields.refuse("lastDay", "Enter its last day");
    if (lastDay === null) return { kind: "refused", problems: fields.problems };
    return endTemplate(user, scope, id, base, lastDay);
  }
  const known = { ...places, sites: places.sites.map(({ code }) => code) };
  const { given, problems } = readTemplateForm(form, known);
  if (!given) return { kind: "refused", problems };
  return changeTemplate(user, scope, id, base, given);
}
