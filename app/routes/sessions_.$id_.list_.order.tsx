import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import { today } from "~/clock.server";
import css from "~/components/lists/list.css?url";
import { OrderForm } from "~/components/lists/order-form";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { ProblemSummary } from "~/components/problem-summary";
import { Back } from "~/components/trail";
import { readForm } from "~/http/form-text";
import { notFound } from "~/http/refusal";
import { orderByHand } from "~/services/lists/order-by-hand.server";
import { readOrderForm } from "~/services/lists/order-form.server";
import { store } from "~/store.server";
import { listPage } from "~/views/list-page.server";

export const links = () => [{ rel: "stylesheet", href: css }];

export const meta = () => pageTitle("Order of a list");

/** Also after an answer that refuses: what somebody else changed is shown beside it. */
export const shouldRevalidate = () => true;

export const loader = guarded("list.change", async ({ params, user, scope }) => {
  const page = await listPage(user, scope, params.id ?? "", today());
  if (page === null) throw notFound("There is no such session on your sites.");
  return page;
});

export const action = guarded("list.change", async ({ request, params, user, scope }) => {
  const given = readOrderForm(await readForm(request));
  if ("problem" in given) return problem(given.problem, 400);
  const session = params.id ?? "";
  const outcome = await orderByHand(
    scope,
    store(),
    { kind: "user", id: user.id },
    {
      ...{ session, ...given, today: today() },
      mayReopen: user.may("lock.reopen"),
    },
  );
  if (outcome.kind === "notFound") throw notFound("There is no such session on your sites.");
  if (outcome.kind === "ordered") return redirect(`/sessions/${session}/list?done=order`);
  if (outcome.kind === "refused") return problem(outcome.sentence, 400);
  return problem(
    "Somebody changed this list or its order since you opened it. Nothing was saved: here it is as it stands now.",
    409,
  );
});

const problem = (message: string, status: number) => data({ problems: [{ field: "", message }] }, { status });

export default function Order() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <Back to={`/sessions/${page.session}/list`}>The list</Back>
      <ProblemSummary problems={answer?.problems} />
      <PageHeading caption={`${page.theatre}, ${page.start} to ${page.end}`}>Order of this list</PageHeading>
      <OrderForm page={page} />
    </>
  );
}
