import { redirect } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { Button, SummaryList } from "nhsuk-react-components";
import { signedIn } from "~/auth/guard.server";
import { DataTable } from "~/components/data-table";
import { Notice } from "~/components/notice";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { SignInsTable } from "~/components/sign-ins-table";
import { formText, readForm } from "~/http/form-text";
import { badRequest } from "~/http/refusal";
import { endOwnSignIns } from "~/services/end-own-sign-ins.server";
import { accountPage } from "~/views/account.server";

export const meta = () => pageTitle("Your account");

export const loader = signedIn(async ({ request, user }) => ({
  ...(await accountPage(user)),
  done: new URL(request.url).searchParams.get("done"),
}));

export const action = signedIn(async ({ request, user }) => {
  const form = await readForm(request);
  const task = formText(form, "task");
  if (task !== "end" && task !== "endOthers")
    throw badRequest("This form holds no task that the page knows.");
  await endOwnSignIns(user, task === "end" ? formText(form, "id") : null);
  return redirect("/account?done=ended");
});

const DONE: Record<string, string> = {
  password: "Your password was changed. Every other browser was signed out.",
  ended: "The sign-in was ended.",
};

export default function Account() {
  const { name, email, demo, roles, may, signIns, done } = useLoaderData<typeof loader>();
  return (
    <>
      {done && DONE[done] ? <Notice success>{DONE[done]}</Notice> : null}
      <PageHeading>Your account</PageHeading>
      <SummaryList className="app-measure">
        <SummaryList.Row>
          <SummaryList.Key>Name</SummaryList.Key>
          <SummaryList.Value>{name}</SummaryList.Value>
        </SummaryList.Row>
        <SummaryList.Row>
          <SummaryList.Key>E-mail address</SummaryList.Key>
          <SummaryList.Value className="app-break">{email}</SummaryList.Value>
        </SummaryList.Row>
        <SummaryList.Row>
          <SummaryList.Key>Password</SummaryList.Key>
          <SummaryList.Value>
            {demo ? "Stays as it is in a demo" : <Link to="/account/password">Change your password</Link>}
          </SummaryList.Value>
        </SummaryList.Row>
      </SummaryList>
      <h2 className="nhsuk-heading-m">Your roles</h2>
      <DataTable caption="Your roles" captionHidden>
        <thead>
          <tr>
            <th scope="col">Role</th>
            <th scope="col">Where</th>
          </tr>
        </thead>
        <tbody>
          {roles.map((role) => (
            <tr key={role.id}>
              <th scope="row">
                {role.name}
                <span className="app-cell-note">{role.sentence}</span>
              </th>
              <td>{role.place}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      <details className="nhsuk-details">
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">What your roles let you do</span>
        </summary>
        <div className="nhsuk-details__text">
          <ul>
            {may.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      </details>
      <h2 className="nhsuk-heading-m">Where you are signed in</h2>
      <SignInsTable signIns={signIns} endTask="end" />
      {signIns.length > 1 ? (
        <Form method="post">
          <input type="hidden" name="task" value="endOthers" />
          <Button type="submit" secondary>
            End all but this one
          </Button>
        </Form>
      ) : null}
    </>
  );
}
