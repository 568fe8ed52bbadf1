import { Fragment } from "react";
import { DataTable } from "~/components/data-table";
import type { DifferencePage, GroupLine } from "~/views/difference.server";

/** Who wins and who loses, by group: how many are placed, and how the waits of the placed lie. */
export function Groups({ page }: { page: DifferencePage }) {
  return (
    <section className="app-section" aria-labelledby="groups">
      <h2 className="nhsuk-heading-m" id="groups">
        Who wins and who loses
      </h2>
      <p className="app-measure">
        Patients with a place in each plan. Waits are whole weeks on the first day of the week: the median,
        the middle half, and the shortest and longest.
      </p>
      {page.groups.map(({ by, heading, lines }) => (
        <Fragment key={by}>
          <h3 className="nhsuk-heading-s">{heading}</h3>
          <DataTable caption={heading} captionHidden rows>
            <thead>
              <tr>
                <th scope="col">Group</th>
                <th scope="col" className="app-number">
                  {page.left.name}
                </th>
                <th scope="col" className="app-number">
                  {page.right.name}
                </th>
                <th scope="col">Difference</th>
                <th scope="col" className="app-number">
                  Come
                </th>
                <th scope="col" className="app-number">
                  Go
                </th>
                <th scope="col">Weeks waited, before</th>
                <th scope="col">Weeks waited, after</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <Group key={line.name} line={line} page={page} />
              ))}
            </tbody>
          </DataTable>
        </Fragment>
      ))}
    </section>
  );
}

function Group({ line, page }: { line: GroupLine; page: DifferencePage }) {
  return (
    <tr>
      <th scope="row">{line.name}</th>
      <td className="app-number" data-label={page.left.name}>
        {line.before}
      </td>
      <td className="app-number" data-label={page.right.name}>
        <strong>{line.after}</strong>
      </td>
      <td data-label="Difference">{line.difference}</td>
      <td className="app-number" data-label="Come">
        {line.comes}
      </td>
      <td className="app-number" data-label="Go">
        {line.goes}
      </td>
      <td data-label="Weeks waited, before">{line.waitsBefore}</td>
      <td data-label="Weeks waited, after">{line.waitsAfter}</td>
    </tr>
  );
}
