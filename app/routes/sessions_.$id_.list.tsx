import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { guarded, requireAlso, type GuardedArgs } from "~/auth/guard.server";
import { today } from "~/clock.server";
import { dateText } from "~/components/date-text";
import { ListCases } from "~/components/lists/list-cases";
import { ListHead } from "~/components/lists/list-head";
import { ListOrderCard } from "~/components/lists/list-order-card";
import { ListState } from "~/components/lists/list-state";
import { ListTell } from "~/components/lists/list-tell";
import { ListVersions } from "~/components/lists/list-versions";
import css from "~/components/lists/list.css?url";
import { Notice } from "~/components/notice";
import { pageTitle } from "~/components/page-title";
import { ProblemSummary } from "~/components/problem-summary";
import { readForm } from "~/http/form-text";
import { badRequest, notFound } from "~/http/refusal";
import { doOnList, intentOf } from "~/services/lists/list-form.server";
import { store } from "~/store.server";
import { listPage } from "~/views/list-page.server";
import { readersAt } from "~/views/readers-at.server";

export const links = () => [{ rel: "stylesheet", href: css }];

export const meta = ({ data: page }: { data?: Awaited<ReturnType<typeof loader>> }) =>
  pageTitle(page && "theatre" in page ? `List of ${page.theatre}, ${dateText(page.date, "date")}` : "List");

/** Also after an answer that refuses: what somebody else changed is shown beside it. */
export const shouldRevalidate = () => true;

async function pageAsked({ params, user, scope }: GuardedArgs) {
  const page = await listPage(user, scope, params.id ?? "", today());
  if (page === null) throw notFound("There is no such session on your sites.");
  return page;
}

export const loader = guarded("list.view", pageAsked);

export const action = guarded("list.view", async (args) => {
  const { request, params, user } = args;
  const form = await readForm(request);
  const intent = intentOf(form);
  if (intent === null) throw badRequest("The form does not say what is to be done with this list.");
  const scope = await requireAlso(user, intent.permission);
  const { organisation, site } = await siteOf(args);
  const readers = readersAt(user, organisation, site);
  const actor = { kind: "user", id: user.id } as const;
  const asked = { session: params.id ?? "", today: today(), readers };
  const outcome = await doOnList(scope, store(), actor, { ...asked, form, intent: intent.name });
  if (outcome.kind === "notFound") throw notFound("There is no such session on your sites.");
  if (outcome.kind === "done") return redirect(`/sessions/${params.id}/list?done=${outcome.done}`);
  return data({ problems: [{ field: "", message: outcome.sentence }] }, { status: outcome.status });
});

/** Where the session is; the list itself is looked at by the service. */
async function siteOf(args: GuardedArgs) {
  const page = await pageAsked(args);
  return { organisation: page.organisation, site: page.site };
}

const DONE: Record<string, string> = {
  signOff: "The list is signed off.",
  withdraw: "The sign-off is withdrawn.",
  lock: "The list is locked.",
  unlock: "The list is unlocked.",
  publish:
    "The list is published. Ask surgeon, anaesthetist, theatre and ward to confirm that they have seen it.",
  seen: "It is recorded that you have seen this version.",
  notice: "It is recorded.",
  order: "The order is saved.",
};

export default function List() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const done = DONE[search.get("done") ?? ""];
  return (
    <>
      {done && !answer ? <Notice success>{done}</Notice> : null}
      <ProblemSummary problems={answer?.problems} />
      <ListHead page={page} />
      <ListState page={page} />
      <ListCases page={page} />
      <ListOrderCard page={page} />
      <ListTell page={page} />
      <ListVersions page={page} />
    </>
  );
}
