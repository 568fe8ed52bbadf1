import { Form } from "@remix-run/react";
import { DataTable } from "./data-table";
import { InstantText } from "./date-text";

interface SignInsTableProps {
  signIns: { id: string; browser: string; since: Date; lastSeen: Date; own: boolean }[];
  /** Value of the field `task` that ends one of them; without it they are only shown. */
  endTask?: string;
}

/** The browsers in which an account is signed in. */
export function SignInsTable({ signIns, endTask }: SignInsTableProps) {
  return (
    <DataTable caption="Signed-in browsers" captionHidden>
      <thead>
        <tr>
          <th scope="col">Browser</th>
          <th scope="col">Signed in</th>
          <th scope="col">Last used</th>
          {endTask ? <th scope="col">End</th> : null}
        </tr>
      </thead>
      <tbody>
        {signIns.map(({ id, browser, since, lastSeen, own }) => (
          <tr key={id}>
            <th scope="row">
              {browser}
              {own ? <span className="app-cell-note">This browser</span> : null}
            </th>
            <td>
              <InstantText at={since} />
            </td>
            <td>
              <InstantText at={lastSeen} />
            </td>
            {endTask ? (
              <td>
                <Form method="post">
                  <input type="hidden" name="task" value={endTask} />
                  <input type="hidden" name="id" value={id} />
                  <button type="submit" className="app-link-button">
                    End<span className="nhsuk-u-visually-hidden"> the sign-in of {browser}</span>
                  </button>
                </Form>
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
