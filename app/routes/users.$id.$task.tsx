import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guarded, type GuardedArgs } from "~/auth/guard.server";
import { ConfirmPage } from "~/components/confirm-page";
import { OneTimePassword } from "~/components/one-time-password";
import { pageTitle } from "~/components/page-title";
import { ProblemSummary } from "~/components/problem-summary";
import { Back } from "~/components/trail";
import { notFound } from "~/http/refusal";
import { endSignIns, resetPassword, switchAccount } from "~/services/manage-users.server";
import { userPage } from "~/views/users.server";

interface Task {
  question: (name: string) => string;
  means: string;
  doText: string;
  warning?: boolean;
}

const TASKS: Record<string, Task> = {
  "reset-password": {
    question: (name) => `Give ${name} a one-time password?`,
    means:
      "The present password stops working and every browser is signed out. The new one is shown to you once.",
    doText: "Give a one-time password",
  },
  "end-sign-ins": {
    question: (name) => `End all sign-ins of ${name}?`,
    means: "Every browser is signed out. The password stays.",
    doText: "End all sign-ins",
  },
  shut: {
    question: (name) => `Shut the account of ${name}?`,
    means:
      "Every browser is signed out and nobody can sign in with this account. Roles and records stay; it can be opened again.",
    doText: "Shut the account",
    warning: true,
  },
  open: {
    question: (name) => `Open the account of ${name}?`,
    means: "The person can sign in again with the password and the roles they had.",
    doText: "Open the account",
  },
};

export const meta = () => pageTitle("User");

async function asked({ params, user, scope }: GuardedArgs) {
  const task = TASKS[params.task ?? ""];
  const page = await userPage(user, scope, params.id ?? "");
  if (!task || !page) throw notFound("There is no such user, or no such task.");
  return { id: page.id, name: page.name, task: params.task! };
}

export const loader = guarded("user.manage", asked);

export const action = guarded("user.manage", async (args) => {
  const { id, task } = await asked(args);
  const answer = await carryOut(args, id, task);
  if (answer.kind === "notAllowed")
    return data({ problems: [{ field: "", message: answer.message }], password: null }, { status: 403 });
  if (answer.kind === "reset") return { problems: [], password: answer.password };
  return redirect(`/users/${id}?done=${task === "open" ? "opened" : task === "shut" ? "shut" : "ended"}`);
});

function carryOut({ user }: GuardedArgs, id: string, task: string) {
  if (task === "reset-password") return resetPassword(user, id);
  return task === "end-sign-ins" ? endSignIns(user, id) : switchAccount(user, id, task === "open");
}

export default function UserTask() {
  const { id, name, task } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { question, means, doText, warning } = TASKS[task]!;
  return (
    <>
      <Back to={`/users/${id}`}>{name}</Back>
      <ProblemSummary problems={answer?.problems} />
      {answer?.password ? (
        <OneTimePassword name={name} password={answer.password} />
      ) : (
        <ConfirmPage question={question(name)} doText={doText} warning={warning} cancelTo={`/users/${id}`}>
          <p>{means}</p>
        </ConfirmPage>
      )}
    </>
  );
}
