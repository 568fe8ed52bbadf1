import { Link } from "@remix-run/react";
import { Details } from "nhsuk-react-components";
import { DataTable } from "~/components/data-table";
import { InstantText } from "~/components/date-text";
import type { HistoryLine, LookLine } from "~/views/entry.server";

interface HistoryProps {
  history: HistoryLine[];
  /** Null where this person may not see who looked. */
  looks: LookLine[] | null;
}

/** What was done to this entry, by whom and when; and who looked at the patient. */
export function History({ history, looks }: HistoryProps) {
  return (
    <section className="app-section">
      <h2 className="nhsuk-heading-s">History</h2>
      {history.length > 0 ? (
        <Changes history={history} />
      ) : (
        <p>Nothing was changed since it came to Hublist.</p>
      )}
      {looks ? <Looks looks={looks} /> : null}
    </section>
  );
}

function Changes({ history }: { history: HistoryLine[] }) {
  return (
    <DataTable caption="Changes, newest first" captionHidden>
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">Who</th>
          <th scope="col">What</th>
        </tr>
      </thead>
      <tbody>
        {history.map(({ id, at, who, what, changes, link }) => (
          <tr key={id}>
            <td className="app-nowrap">
              <InstantText at={new Date(at)} />
            </td>
            <td>{who}</td>
            <td>
              {link ? <Link to={link}>{what}</Link> : what}
              {changes.map((change) => (
                <span key={change} className="app-cell-note">
                  {change}
                </span>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function Looks({ looks }: { looks: LookLine[] }) {
  return (
    <Details>
      <Details.Summary>Who looked at this patient</Details.Summary>
      <Details.Text>
        <ul>
          {looks.map(({ at, who }) => (
            <li key={at + who}>
              <InstantText at={new Date(at)} />: {who}
            </li>
          ))}
        </ul>
      </Details.Text>
    </Details>
  );
}
