import { data, redirect } from "@remix-run/node";
import { useActionData, useParams } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import { today } from "~/clock.server";
import { AcceptRefused } from "~/components/board/accept-refused";
import { weekPath } from "~/components/board/week-path";
import { Back } from "~/components/trail";
import { pageTitle } from "~/components/page-title";
import { badRequest, notFound } from "~/http/refusal";
import { acceptPlan } from "~/services/accept-plan.server";
import { store } from "~/store.server";
import { acceptRefusal } from "~/views/week-accept.server";

export const meta = () => pageTitle("Accept a plan");

/** Nothing to load. It must not lead elsewhere: without scripts it runs after the action, whose answer would be lost. */
export const loader = guarded("plan.accept", () => null);

export const action = guarded("plan.accept", async ({ request, params, user, scope }) => {
  const form = await request.formData();
  const revision = String(form.get("baseRevision"));
  if (!/^\d{1,9}$/.test(revision))
    throw badRequest("The form does not say which revision of the week it stands on.");
  const asked = { run: String(form.get("run")), baseRevision: Number(revision), today: today() };
  const outcome = await acceptPlan(scope, store(), { kind: "user", id: user.id }, asked);
  if (outcome.kind === "notFound" || outcome.week !== params.weekStart)
    throw notFound("There is no such plan of this week in your organisations and sites.");
  const organisation = String(form.get("organisation"));
  if (outcome.kind === "accepted" || outcome.kind === "unchanged") {
    const changes = outcome.kind === "accepted" ? outcome.changes : 0;
    return redirect(weekPath({ week: outcome.week, organisation }, { accepted: String(changes) }));
  }
  return data(await acceptRefusal(user, scope, outcome), { status: 409 });
});

/** Seen when the plan was not accepted; who comes by the address alone is led to the week. */
export default function NotAccepted() {
  const { weekStart } = useParams();
  const refusal = useActionData<typeof action>();
  if (refusal && "heading" in refusal) return <AcceptRefused refusal={refusal} week={weekStart ?? ""} />;
  return <Back to={`/weeks/${weekStart}`}>A plan is accepted on the page of its week</Back>;
}
