import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import hand from "~/components/hand/hand.css?url";
import { HandCase } from "~/components/hand/hand-case";
import { pageTitle } from "~/components/page-title";
import { formText, readForm } from "~/http/form-text";
import { notFound } from "~/http/refusal";
import { store } from "~/store.server";
import { changeCase, typedOf } from "~/views/hand/change-case.server";
import { changePath, handAsked } from "~/views/hand/hand-asked.server";
import { STATUS } from "~/views/hand/hand-answer.server";
import { handCasePage } from "~/views/hand/hand-case.server";

export const links = () => [{ rel: "stylesheet", href: hand }];
export const meta = () => pageTitle("Change a place");

const NOT_FOUND = "There is no such patient at the sites whose lists you may change.";

export const loader = guarded("list.change", async (args) => {
  const page = await handCasePage(handAsked(args), args.params.entry!);
  if (page === null) throw notFound(NOT_FOUND);
  return page;
});

export const action = guarded("list.change", async (args) => {
  const form = await readForm(args.request);
  const asked = handAsked(args);
  const answer = await changeCase(store(), asked, args.params.entry!, form);
  if (answer === null) throw notFound(NOT_FOUND);
  if (answer.kind === "done" && formText(form, "answer") !== "data")
    return redirect(changePath(asked, "", { done: answer.words }));
  return data({ answer, ...typedOf(form) }, { status: STATUS[answer.kind] });
});

export default function ChangePlace() {
  const answered = useActionData<typeof action>();
  return <HandCase page={useLoaderData<typeof loader>()} answered={answered} />;
}
