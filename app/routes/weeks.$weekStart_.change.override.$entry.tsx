import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import hand from "~/components/hand/hand.css?url";
import { HandCase } from "~/components/hand/hand-case";
import { pageTitle } from "~/components/page-title";
import { readForm } from "~/http/form-text";
import { badRequest, notFound } from "~/http/refusal";
import { store } from "~/store.server";
import { changeCase, typedOf } from "~/views/hand/change-case.server";
import { changePath, handAsked } from "~/views/hand/hand-asked.server";
import { STATUS, type HandAnswer } from "~/views/hand/hand-answer.server";
import { handCasePage } from "~/views/hand/hand-case.server";

export const links = () => [{ rel: "stylesheet", href: hand }];
export const meta = () => pageTitle("Set a rule aside");

const NOT_FOUND = "There is no such patient at the sites where you may override rules.";

/** The one case whose rule somebody sets aside who changes no lists otherwise, such as its surgeon. */
export const loader = guarded("rule.override", async (args) => {
  const page = await handCasePage(handAsked(args), args.params.entry!, true);
  if (page === null) throw notFound(NOT_FOUND);
  return page;
});

const UNTICKED: HandAnswer = {
  kind: "refused",
  heading: "Nothing was changed",
  sentences: ["Tick the rule that you set aside."],
  ask: true,
};

export const action = guarded("rule.override", async (args) => {
  const form = await readForm(args.request);
  if (form.get("do") !== "move")
    throw badRequest("Here a rule is set aside for one place, and nothing else is changed.");
  const asked = handAsked(args);
  const entry = args.params.entry!;
  const answer = form.has("lifted") ? await changeCase(store(), asked, entry, form) : UNTICKED;
  if (answer === null) throw notFound(NOT_FOUND);
  if (answer.kind === "done")
    return redirect(changePath(asked, `/override/${entry}`, { done: answer.words }));
  return data({ answer, ...typedOf(form) }, { status: STATUS[answer.kind] });
});

export default function SetRuleAside() {
  return <HandCase page={useLoaderData<typeof loader>()} answered={useActionData<typeof action>()} />;
}
