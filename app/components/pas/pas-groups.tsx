import { Link } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import type { PasPage } from "~/views/pas.server";

/** What differs, by what is to be done about it. */
export function PasGroups({ page }: { page: PasPage }) {
  if (page.groups.length === 0)
    return (
      <EmptyState heading="Nothing differs">
        Published lists and the last import say the same of everybody.
      </EmptyState>
    );
  return (
    <>
      {page.groups.map(({ key, heading, lines }) => (
        <section key={key} className="app-section">
          <DataTable caption={`${heading} (${lines.length})`} rows>
            <thead>
              <tr>
                <th scope="col">Patient</th>
                <th scope="col">The import says</th>
                <th scope="col">Published</th>
                <th scope="col">To do</th>
              </tr>
            </thead>
            <tbody>
              {lines.map(({ entry, link, patient, number, says, published, standing, message }) => (
                <tr key={entry}>
                  <th scope="row">
                    {link ? <Link to={link}>{patient}</Link> : patient}
                    <span className="app-cell-note">{number}</span>
                  </th>
                  <td data-label="The import says">{says}</td>
                  <td data-label="Published">{published}</td>
                  <td data-label="To do">
                    {standing}
                    {message ? <span className="app-cell-note">{message}</span> : null}
                  </td>
                </tr>
              ))}
            </tbody>
          </DataTable>
        </section>
      ))}
    </>
  );
}
