import { DataTable } from "~/components/data-table";
import type { DifferencePage } from "~/views/difference.server";

/** Figures of the two plans, and what binds each. */
export function SideLines({ page }: { page: DifferencePage }) {
  const { left, right, lines, differentPolicies } = page;
  return (
    <section className="app-section" aria-labelledby="figures">
      <h2 className="nhsuk-heading-m" id="figures">
        In figures
      </h2>
      {differentPolicies ? (
        <p className="app-measure">
          The two follow different policies, so their scores are not of one kind: compare the measures, the
          cases and the patients.
        </p>
      ) : null}
      <DataTable caption={`${left.name} and ${right.name} in figures`} captionHidden rows>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col" className="app-number">
              {left.name}
            </th>
            <th scope="col" className="app-number">
              {right.name}
            </th>
            <th scope="col">Difference</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ label, left: before, right: after, difference }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td className={numeric(before)} data-label={left.name}>
                {before}
              </td>
              <td className={numeric(after)} data-label={right.name}>
                <strong>{after}</strong>
              </td>
              <td data-label="Difference">{difference}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      <Binding page={page} />
    </section>
  );
}

/** Words may break over lines, figures may not. */
const numeric = (value: string) => (value.length <= 12 ? "app-number" : undefined);

function Binding({ page: { bottlenecks } }: { page: DifferencePage }) {
  if (bottlenecks.every(({ words }) => words.length === 0)) return null;
  return (
    <div className="app-change__binding">
      {bottlenecks.map(({ name, words }, at) => (
        <div key={`${at}`}>
          <h3 className="nhsuk-heading-xs">What binds most: {name}</h3>
          {words.length === 0 ? (
            <p className="app-quiet">Not worked out: no plan stands behind it.</p>
          ) : (
            <ul>
              {words.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </div>
  );
}
