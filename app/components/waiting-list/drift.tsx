import { DataTable } from "~/components/data-table";
import type { DriftShown } from "~/views/entry.server";

/** Where the file differs from what was decided in Hublist; Hublist's value counts. */
export function Drift({ drift }: { drift: DriftShown[] }) {
  if (drift.length === 0) return null;
  return (
    <section className="app-section">
      <h2 className="nhsuk-heading-s">Where the file differs from Hublist</h2>
      <p>
        What was decided in Hublist counts; the patient administration system says something else. Mend
        whichever is wrong.
      </p>
      <DataTable caption="Values that differ" captionHidden>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">In Hublist</th>
            <th scope="col">In the file</th>
          </tr>
        </thead>
        <tbody>
          {drift.map(({ name, held, file }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{held || "Nothing"}</td>
              <td>{file || "Nothing"}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </section>
  );
}
