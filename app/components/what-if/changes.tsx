import { Link } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import { counted } from "~/domain/figure-words";
import type { ChangeLine } from "~/views/difference-lines.server";
import type { ChangeLines } from "~/views/difference.server";

/** Patients who know their date and would move or lose it: before all else, since somebody must ring them. */
export function Told({ told }: { told: ChangeLine[] }) {
  if (told.length === 0) return null;
  return (
    <section className="app-change__told" aria-labelledby="told">
      <h2 className="nhsuk-heading-s" id="told">
        {counted(told.length, "patient")} already told would move or lose their date
      </h2>
      <ul>
        {told.map((line) => (
          <li key={line.entry}>
            <Who line={line} />: from {line.from} {line.to === "" ? "to no place" : `to ${line.to}`}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One kind of change, patient by patient, each with its reason. */
export function Changes({ heading, id, part }: { heading: string; id: string; part: ChangeLines }) {
  const { lines, more } = part;
  const moves = lines.some(({ from, to }) => from !== "" && to !== "");
  return (
    <section className="app-section" aria-labelledby={id}>
      <h2 className="nhsuk-heading-m" id={id}>
        {heading}
      </h2>
      {lines.length === 0 ? (
        <p>Nobody.</p>
      ) : (
        <DataTable caption={heading} captionHidden rows>
          <thead>
            <tr>
              <th scope="col">Patient</th>
              <th scope="col">Procedure</th>
              <th scope="col">{moves ? "From" : "Place"}</th>
              {moves ? <th scope="col">To</th> : null}
              <th scope="col">Why</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.entry}>
                <th scope="row">
                  <Who line={line} />
                  {line.told ? <span className="app-cell-note">Told their date</span> : null}
                </th>
                <td data-label="Procedure">{line.procedure}</td>
                <td data-label={moves ? "From" : "Place"}>{line.from || line.to}</td>
                {moves ? <td data-label="To">{line.to}</td> : null}
                <td data-label="Why" className="app-change__reason">
                  {line.reason}{" "}
                  {line.why ? (
                    <Link to={line.why}>
                      More<span className="nhsuk-u-visually-hidden"> on {line.patient}</span>
                    </Link>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
      {more > 0 ? <p>And {counted(more, "patient")} more.</p> : null}
    </section>
  );
}

function Who({ line: { link, patient } }: { line: ChangeLine }) {
  return link ? <Link to={link}>{patient}</Link> : patient;
}
