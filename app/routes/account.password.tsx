import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Button, TextInput } from "nhsuk-react-components";
import { signedIn } from "~/auth/guard.server";
import { giveToken } from "~/auth/sign-in-cookie.server";
import { EmptyState } from "~/components/empty-state";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { problemOf, ProblemSummary } from "~/components/problem-summary";
import { Back } from "~/components/trail";
import { formPassword, readForm } from "~/http/form-text";
import { changePassword } from "~/services/change-password.server";
import { accountPage } from "~/views/account.server";

export const meta = () => pageTitle("Change your password");

export const loader = signedIn(async ({ user }) => {
  const { email, demo } = await accountPage(user);
  return { email, demo };
});

export const action = signedIn(async ({ request, context, user }) => {
  const form = await readForm(request);
  const [present, next, repeated] = ["present", "next", "repeated"].map((name) => formPassword(form, name));
  const answer = await changePassword(user, { present: present!, next: next!, repeated: repeated! });
  if (answer.kind === "refused") return data({ problems: [answer] }, { status: 400 });
  const cookie = await giveToken(answer.token, context.https);
  return redirect("/account?done=password", { headers: { "Set-Cookie": cookie } });
});

const FIELDS = [
  { id: "present", label: "Present password", autoComplete: "current-password", hint: undefined },
  {
    id: "next",
    label: "New password",
    autoComplete: "new-password",
    hint: "At least 12 characters, such as three words that do not belong together",
  },
  { id: "repeated", label: "New password again", autoComplete: "new-password", hint: undefined },
];

export default function ChangePassword() {
  const { email, demo } = useLoaderData<typeof loader>();
  const problems = useActionData<typeof action>()?.problems;
  return (
    <>
      <Back to="/account">Your account</Back>
      <ProblemSummary problems={problems} />
      <PageHeading>Change your password</PageHeading>
      {demo ? (
        <EmptyState heading="A demo account keeps its password">
          <p>The next visitor needs it too.</p>
        </EmptyState>
      ) : (
        <Form method="post" noValidate>
          <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
          {FIELDS.map((field) => (
            <TextInput
              key={field.id}
              {...field}
              name={field.id}
              type="password"
              width="20"
              error={problemOf(problems, field.id)}
            />
          ))}
          <Button type="submit">Change password</Button>
        </Form>
      )}
    </>
  );
}
