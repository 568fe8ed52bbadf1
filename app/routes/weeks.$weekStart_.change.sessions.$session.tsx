import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import hand from "~/components/hand/hand.css?url";
import { HandListPageView } from "~/components/hand/hand-list-page";
import { pageTitle } from "~/components/page-title";
import { formText, readForm } from "~/http/form-text";
import { notFound } from "~/http/refusal";
import { store } from "~/store.server";
import { changeOneList } from "~/views/hand/change-one-list.server";
import { changePath, handAsked } from "~/views/hand/hand-asked.server";
import { STATUS } from "~/views/hand/hand-answer.server";
import { handListPage } from "~/views/hand/hand-list.server";

export const links = () => [{ rel: "stylesheet", href: hand }];
export const meta = () => pageTitle("Change a list");

const NOT_FOUND = "There is no such list at the sites whose lists you may change.";

export const loader = guarded("list.change", async (args) => {
  const page = await handListPage(handAsked(args), args.params.session!);
  if (page === null) throw notFound(NOT_FOUND);
  return page;
});

export const action = guarded("list.change", async (args) => {
  const form = await readForm(args.request);
  const asked = handAsked(args);
  const session = args.params.session!;
  const answer = await changeOneList(store(), asked, session, form);
  if (answer === null) throw notFound(NOT_FOUND);
  if (answer.kind === "done")
    return redirect(changePath(asked, `/sessions/${session}`, { done: answer.words }));
  return data(
    { answer, minutes: formText(form, "minutes"), reason: formText(form, "reason") },
    { status: STATUS[answer.kind] },
  );
});

export default function ChangeList() {
  return <HandListPageView page={useLoaderData<typeof loader>()} answered={useActionData<typeof action>()} />;
}
