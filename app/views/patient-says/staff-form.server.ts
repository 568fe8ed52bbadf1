import { notFound } from "~/http/refusal";
import type { FormKey } from "~/services/questionnaire/form.server";
import { staffKey } from "~/services/questionnaire/staff-key.server";
import type { Scope } from "~db/scope";

/** The form that staff fill in, from the address of its pages, and where these lie; throws where there is none. */
export async function staffForm(
  user: { id: string },
  scope: Scope,
  params: { id?: string; response?: string },
): Promise<{ key: FormKey; base: string }> {
  const asked = { entry: params.id!, response: params.response! };
  const key = await staffKey(scope, { kind: "user", id: user.id }, asked);
  if (!key) throw notFound("There are no such answers that you may enter.");
  return { key, base: `/waiting-list/${asked.entry}/answers/${asked.response}` };
}
