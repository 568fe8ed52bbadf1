import { data, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "nhsuk-react-components";
import { readGrant } from "~/auth/grant-form";
import { guarded } from "~/auth/guard.server";
import { AccountTags } from "~/components/account-tags";
import { DataTable } from "~/components/data-table";
import { GrantFields } from "~/components/grant-fields";
import { Notice } from "~/components/notice";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { ProblemSummary } from "~/components/problem-summary";
import { SignInsTable } from "~/components/sign-ins-table";
import { Back } from "~/components/trail";
import { formText, readForm } from "~/http/form-text";
import { badRequest, notFound } from "~/http/refusal";
import { giveRole, takeRole } from "~/services/manage-users.server";
import { userPage, type GrantShown } from "~/views/users.server";

export const meta = () => pageTitle("User");

export const loader = guarded("user.manage", async ({ request, params, user, scope }) => {
  const page = await userPage(user, scope, params.id ?? "");
  if (!page) throw notFound("There is no such user where you are an administrator.");
  return { ...page, done: new URL(request.url).searchParams.get("done") };
});

export const action = guarded("user.manage", async ({ request, params, user, scope }) => {
  const page = await userPage(user, scope, params.id ?? "");
  if (!page) throw notFound("There is no such user where you are an administrator.");
  const form = await readForm(request);
  const task = formText(form, "task");
  if (task === "take") return answered(page.id, await takeRole(user, page.id, formText(form, "grant")));
  if (task !== "give") throw badRequest("This form holds no task that the page knows.");
  const wanted = readGrant(form);
  if ("problems" in wanted) return data({ problems: wanted.problems }, { status: 400 });
  return answered(page.id, await giveRole(user, page.id, wanted.grant));
});

/** Back to the page when it was done; the reason when it was not. */
function answered(id: string, answer: { kind: string; message?: string }) {
  if (answer.kind !== "notAllowed") return redirect(`/users/${id}?done=${answer.kind}`);
  return data({ problems: [{ field: "", message: answer.message ?? "" }] }, { status: 403 });
}

const DONE: Record<string, string> = {
  granted: "The role was granted.",
  alreadyGranted: "That role was held already.",
  revoked: "The role was taken back.",
  notFound: "That role had been taken back already.",
  shut: "The account was shut and signed out everywhere.",
  opened: "The account was opened.",
  ended: "All sign-ins were ended.",
};

const FIXED = {
  own: "This is your own account. Another administrator can change its roles.",
  demo: "Demo accounts stay as they are, for the next visitor. Add a user and try it there.",
};

function Grants({ grants, fixed }: { grants: GrantShown[]; fixed: boolean }) {
  return (
    <DataTable caption="Roles" captionHidden>
      <thead>
        <tr>
          <th scope="col">Role</th>
          <th scope="col">Where</th>
          {fixed ? null : <th scope="col">Take back</th>}
        </tr>
      </thead>
      <tbody>
        {grants.map(({ id, role, place }) => (
          <tr key={id}>
            <th scope="row">{role}</th>
            <td>{place}</td>
            {fixed ? null : (
              <td>
                <Form method="post">
                  <input type="hidden" name="task" value="take" />
                  <input type="hidden" name="grant" value={id} />
                  <button type="submit" className="app-link-button">
                    Take back<span className="nhsuk-u-visually-hidden"> the role {role}</span>
                  </button>
                </Form>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

export default function UserAccount() {
  const user = useLoaderData<typeof loader>();
  const problems = useActionData<typeof action>()?.problems;
  const { id, name, email, active, fixed, done } = user;
  return (
    <>
      <Back to="/users">Users</Back>
      <ProblemSummary problems={problems} />
      {done && DONE[done] ? <Notice success>{DONE[done]}</Notice> : null}
      <PageHeading caption={email}>{name}</PageHeading>
      <p>
        <AccountTags {...user} />
      </p>
      <h2 className="nhsuk-heading-m">Roles</h2>
      <Grants grants={user.grants} fixed={fixed !== null} />
      {fixed ? (
        <p>{FIXED[fixed]}</p>
      ) : (
        <>
          <h2 className="nhsuk-heading-m">Grant a role</h2>
          <Form method="post" noValidate>
            <input type="hidden" name="task" value="give" />
            <GrantFields roles={user.roles} places={user.places} problems={problems} />
            <Button type="submit" secondary>
              Grant role
            </Button>
          </Form>
          <h2 className="nhsuk-heading-m">Account</h2>
          <ul>
            <li>
              <Link to={`/users/${id}/reset-password`}>Give a one-time password</Link>
            </li>
            <li>
              <Link to={`/users/${id}/end-sign-ins`}>End all sign-ins</Link>
            </li>
            <li>
              {active ? (
                <Link to={`/users/${id}/shut`}>Shut the account</Link>
              ) : (
                <Link to={`/users/${id}/open`}>Open the account</Link>
              )}
            </li>
          </ul>
        </>
      )}
      <h2 className="nhsuk-heading-m">Where {name} is signed in</h2>
      {user.signIns.length > 0 ? <SignInsTable signIns={user.signIns} /> : <p>Nowhere.</p>}
    </>
  );
}
