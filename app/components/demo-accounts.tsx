import { Form } from "@remix-run/react";
import { Button } from "nhsuk-react-components";
import { DataTable } from "./data-table";

interface DemoAccountsProps {
  accounts: { name: string; email: string; password: string; role: string; does: string }[];
  /** Path to go to after signing in. */
  to: string;
}

type RowProps = DemoAccountsProps["accounts"][number] & { to: string };

function Row({ name, email, password, role, does, to }: RowProps) {
  return (
    <tr>
      <th scope="row">
        {role}
        <span className="app-cell-note">{does}</span>
      </th>
      <td>
        {name}
        <span className="app-cell-note app-break">{email}</span>
      </td>
      <td>
        <Form method="post">
          <input type="hidden" name="to" value={to} />
          <input type="hidden" name="email" value={email} />
          <input type="hidden" name="password" value={password} />
          <Button type="submit" secondary small className="app-table__button">
            Sign in<span className="nhsuk-u-visually-hidden"> as {name}</span>
          </Button>
        </Form>
      </td>
    </tr>
  );
}

/** In a demo: one account for each role, with a button for each. */
export function DemoAccounts({ accounts, to }: DemoAccountsProps) {
  const password = accounts[0]?.password;
  if (!password) return null;
  return (
    <section className="app-section">
      <h2 className="nhsuk-heading-m">Try the demo</h2>
      <p>
        Each role sees its own part of Hublist. All demo accounts have the password{" "}
        <strong className="app-code">{password}</strong>.
      </p>
      <DataTable caption="Demo accounts" captionHidden>
        <thead>
          <tr>
            <th scope="col">Role</th>
            <th scope="col">Account</th>
            <th scope="col">Sign in</th>
          </tr>
        </thead>
        <tbody>
          {accounts.map((account) => (
            <Row key={account.email} {...account} to={to} />
          ))}
        </tbody>
      </DataTable>
    </section>
  );
}
