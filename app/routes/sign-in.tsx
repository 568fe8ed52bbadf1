import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Button, TextInput } from "nhsuk-react-components";
import { open } from "~/auth/guard.server";
import { returnPath } from "~/auth/return-path";
import { giveToken, readToken } from "~/auth/sign-in-cookie.server";
import { DemoAccounts } from "~/components/demo-accounts";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { problemOf, ProblemSummary, type Problem } from "~/components/problem-summary";
import { formPassword, formText, readForm } from "~/http/form-text";
import { signIn, type SignInAnswer } from "~/services/sign-in.server";
import { demoAccountsShown } from "~/views/demo-accounts.server";

export const meta = () => pageTitle("Sign in");

export const loader = open(async ({ request, user }) => {
  const to = returnPath(new URL(request.url).searchParams.get("to"));
  if (user) throw redirect(to);
  return { to, demoAccounts: await demoAccountsShown() };
});

/** What a visitor reads who was not let in. `wrong` is the same for every account, known or not. */
function refusalOf(answer: Exclude<SignInAnswer, { kind: "signedIn" }>): {
  status: number;
  problem: Problem;
} {
  switch (answer.kind) {
    case "refused":
      return {
        status: 400,
        problem: {
          field: "email",
          message:
            "E-mail address or password is not right. After several wrong attempts an account stays shut for a while: then wait, or ask your administrator",
        },
      };
    case "tooMany":
      return {
        status: 429,
        problem: { field: "", message: "Too many wrong attempts from your network. Try again later" },
      };
    case "busy":
      return {
        status: 503,
        problem: { field: "", message: "Many people are signing in. Try again in a moment" },
      };
    case "oneTime":
      return {
        status: 400,
        problem: { field: "newPassword", message: "Your password was for one use. Choose a new one" },
      };
    case "newPasswordRefused":
      return { status: 400, problem: { field: "newPassword", message: answer.fault } };
  }
}

export const action = open(async ({ request, context }) => {
  const form = await readForm(request);
  const email = formText(form, "email");
  const answer = await signIn({
    email,
    password: formPassword(form, "password"),
    newPassword: form.has("newPassword") ? formPassword(form, "newPassword") : null,
    address: context.address,
    userAgent: request.headers.get("User-Agent") ?? "",
    replaces: await readToken(request, context.https),
  });
  if (answer.kind === "signedIn") {
    const cookie = await giveToken(answer.token, context.https);
    return redirect(returnPath(formText(form, "to")), { headers: { "Set-Cookie": cookie } });
  }
  const { status, problem } = refusalOf(answer);
  const choose = answer.kind === "oneTime" || answer.kind === "newPasswordRefused";
  return data({ email, choose, problems: [problem] }, { status });
});

export default function SignIn() {
  const { to, demoAccounts } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const choose = answer?.choose ?? false;
  return (
    <>
      <ProblemSummary problems={answer?.problems} />
      <PageHeading>Sign in to Hublist</PageHeading>
      <Form method="post" noValidate className="app-measure">
        <input type="hidden" name="to" value={to} />
        <TextInput
          id="email"
          name="email"
          type="email"
          label="E-mail address"
          width="20"
          autoComplete="username"
          spellCheck={false}
          defaultValue={answer?.email}
          error={problemOf(answer?.problems, "email")}
        />
        <TextInput
          id="password"
          name="password"
          type="password"
          label={choose ? "One-time password" : "Password"}
          width="20"
          autoComplete="current-password"
        />
        {choose ? (
          <TextInput
            id="newPassword"
            name="newPassword"
            type="password"
            label="New password"
            hint="At least 12 characters, such as three words that do not belong together"
            width="20"
            autoComplete="new-password"
            error={problemOf(answer?.problems, "newPassword")}
          />
        ) : null}
        <Button type="submit">Sign in</Button>
      </Form>
      <DemoAccounts accounts={demoAccounts} to={to} />
    </>
  );
}
