import { DataTable } from "~/components/data-table";
import type { WhyPlaced as Why } from "~/views/why";
import { PersonLinks } from "./person-links";

/** What a placed case brings, who would come instead, and where else it could have gone. */
export function WhyPlaced({ why }: { why: Why }) {
  const { session, start, because, kept, instead, couldGo, elsewhere } = why;
  return (
    <>
      <p className="app-measure app-why__lead">
        On the list of <strong>{session}</strong>, from {start}. {because}.
      </p>
      <Points why={why} />
      {kept ? (
        <p className="app-measure">A person or a booking keeps it there, so no other place was weighed.</p>
      ) : (
        <>
          <h2 className="nhsuk-heading-m">Who would come instead</h2>
          <p className="app-measure">
            {instead.people.length > 0 ? (
              <>
                Without it on this list <PersonLinks people={instead.people} nobody="" /> would come.{" "}
              </>
            ) : null}
            {instead.sentence}
          </p>
          <h2 className="nhsuk-heading-m">Where else it could have gone</h2>
          <p className="app-measure">
            {couldGo} {elsewhere.length > 0 ? "The best of them, and what the plan would lose:" : null}
          </p>
          {elsewhere.length > 0 ? <Elsewhere elsewhere={elsewhere} /> : null}
          <p className="app-quiet app-measure">
            Estimates against this plan: nobody else is moved for them. A wider change may lose less.
          </p>
        </>
      )}
    </>
  );
}

function Points({ why: { points, total } }: { why: Why }) {
  return (
    <>
      <h2 className="nhsuk-heading-m">What it brings</h2>
      <table className="app-table app-why__points">
        <caption className="nhsuk-u-visually-hidden">Points of this case by measure</caption>
        <thead>
          <tr>
            <th scope="col">For</th>
            <th scope="col" className="app-number">
              Points
            </th>
          </tr>
        </thead>
        <tbody>
          {points.map(({ label, points: own }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td className="app-number">{own}</td>
            </tr>
          ))}
          <tr className="app-why__total">
            <th scope="row">Together</th>
            <td className="app-number">{total}</td>
          </tr>
        </tbody>
      </table>
    </>
  );
}

function Elsewhere({ elsewhere }: { elsewhere: Why["elsewhere"] }) {
  return (
    <DataTable caption="Where else it could have gone" captionHidden rows>
      <thead>
        <tr>
          <th scope="col">Session</th>
          <th scope="col" className="app-number">
            The plan would lose, points
          </th>
          <th scope="col">Who would make way there</th>
        </tr>
      </thead>
      <tbody>
        {elsewhere.map(({ session, loss, displaced }) => (
          <tr key={session}>
            <th scope="row">{session}</th>
            <td className="app-number" data-label="Loses">
              {loss}
            </td>
            <td data-label="Makes way">
              <PersonLinks people={displaced} nobody="Nobody" />
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
