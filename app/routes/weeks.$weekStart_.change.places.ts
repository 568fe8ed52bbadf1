import { guarded } from "~/auth/guard.server";
import { notFound } from "~/http/refusal";
import { handAsked } from "~/views/hand/hand-asked.server";
import { handPlaces } from "~/views/hand/hand-place.server";

/** Every place that a case might have, in one answer for the board. */
export const loader = guarded("list.change", async (args) => {
  const asked = handAsked(args);
  const entry = asked.search.get("entry") ?? "";
  const places = await handPlaces(args.scope, asked, entry, asked.search.get("with"));
  if (places === null) throw notFound("There is no such patient at your sites.");
  return Response.json(places);
});
