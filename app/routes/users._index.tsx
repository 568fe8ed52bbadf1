import { Link, useLoaderData } from "@remix-run/react";
import { Button } from "nhsuk-react-components";
import { guarded } from "~/auth/guard.server";
import { AccountTags } from "~/components/account-tags";
import { DataTable } from "~/components/data-table";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { usersInScope } from "~/views/users.server";

export const meta = () => pageTitle("Users");

export const loader = guarded("user.manage", ({ user, scope }) => usersInScope(user, scope));

export default function Users() {
  const users = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading
        actions={
          <Button asElement={Link} to="/users/new" href="/users/new" small>
            Add a user
          </Button>
        }
      >
        Users
      </PageHeading>
      <DataTable caption={`${users.length} users`}>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Roles</th>
            <th scope="col">Account</th>
          </tr>
        </thead>
        <tbody>
          {users.map(({ id, name, email, grants, ...state }) => (
            <tr key={id}>
              <th scope="row">
                <Link to={`/users/${id}`}>{name}</Link>
                <span className="app-cell-note app-break">{email}</span>
              </th>
              <td>
                {grants.map((grant) => (
                  <div key={grant.id}>
                    {grant.role}
                    <span className="app-cell-note">{grant.place}</span>
                  </div>
                ))}
              </td>
              <td>
                <AccountTags {...state} />
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </>
  );
}
