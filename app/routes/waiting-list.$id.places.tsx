import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guarded, requireAlso } from "~/auth/guard.server";
import { today } from "~/clock.server";
import { pageTitle } from "~/components/page-title";
import { PlacesView } from "~/components/best-fit/places-view";
import { PlacingRefused } from "~/components/best-fit/placing-refused";
import whatIfStyles from "~/components/what-if/what-if.css?url";
import { formText, readForm } from "~/http/form-text";
import { badRequest, notFound } from "~/http/refusal";
import { keepOfferOnDemand, placeEntry } from "~/services/best-fit/offer-place.server";
import { store } from "~/store.server";
import { placesPage } from "~/views/places.server";
import { placingRefusal } from "~/views/placing-refusal";
import { weekOf } from "~/views/sessions-week";

export const links = () => [{ rel: "stylesheet", href: whatIfStyles }];
export const meta = () => pageTitle("Places for a patient");

const NOT_FOUND = "There is no such entry on the waiting lists that you may see, or it has left the list.";

export const loader = guarded("waitingList.view", async ({ params, user, scope }) => {
  const page = await placesPage(user, scope, params.id!);
  if (page === null) throw notFound(NOT_FOUND);
  return page;
});

export const action = guarded("waitingList.view", async ({ request, params, user }) => {
  const form = await readForm(request);
  const [id, actor] = [params.id!, { kind: "user" as const, id: user.id }];
  const intent = formText(form, "intent");
  if (intent === "offer") {
    const own = await requireAlso(user, "patient.tell");
    const known = Number(form.get("last"));
    const kept = await keepOfferOnDemand(own, store(), actor, { entry: id, today: today(), known });
    if (!kept) throw notFound(NOT_FOUND);
    return redirect(`/waiting-list/${id}/places#offers`);
  }
  if (intent !== "place") throw badRequest("The form does not say what to do.");
  const own = await requireAlso(user, "list.change");
  const revision = formText(form, "baseRevision");
  if (!/^\d{1,9}$/.test(revision))
    throw badRequest("The form does not say which revision of the week it stands on.");
  const week = weekOf(formText(form, "week"));
  if (week === null) throw badRequest("The form does not say which week it is about.");
  const session = formText(form, "session");
  const organisation = formText(form, "organisation");
  const permits = { override: user.scope("rule.override"), reopen: user.scope("lock.reopen") };
  const asked = {
    organisation,
    week,
    baseRevision: Number(revision),
    entry: id,
    session,
    reason: "",
    today: today(),
  };
  const outcome = await placeEntry(own, permits, store(), actor, asked);
  const byHand = `/weeks/${week}/change/cases/${id}?organisation=${organisation}`;
  const refusal = placingRefusal(outcome, byHand);
  if (refusal) return data({ refusal }, { status: 409 });
  return redirect(`/waiting-list/${id}`);
});

export default function Places() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      {answer && "refusal" in answer ? <PlacingRefused refusal={answer.refusal} /> : null}
      <PlacesView page={page} />
    </>
  );
}
