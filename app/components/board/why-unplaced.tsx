import { DataTable } from "~/components/data-table";
import type { WhyUnplaced as Why } from "~/views/why";
import { FigureButton } from "./figure-button";
import { PersonLinks } from "./person-links";

/** Why an entry has no place: the rule in the way, or who went first, and what would change that. */
export function WhyUnplaced({ why, run }: { why: Why; run: string }) {
  const { reason, detail, capacity, nearest, changes } = why;
  return (
    <>
      <p className="app-measure app-why__lead">
        <strong>{reason}.</strong> {capacity ? null : detail}
      </p>
      {capacity ? (
        <>
          <h2 className="nhsuk-heading-m">Where it would cost least</h2>
          {nearest ? (
            <Nearest nearest={nearest} run={run} />
          ) : (
            <p className="app-measure">Pinned cases hold the room or the resources that it needs.</p>
          )}
          <h2 className="nhsuk-heading-m">What would change that</h2>
          {changes.length > 0 ? (
            <Changes changes={changes} run={run} />
          ) : (
            <p className="app-measure">
              No small thing would: half an hour more on a session, one more bed, place or set, another site
              or another surgeon&rsquo;s list alone would not give it a place in this plan.
            </p>
          )}
        </>
      ) : null}
    </>
  );
}

function Nearest({ nearest, run }: { nearest: NonNullable<Why["nearest"]>; run: string }) {
  const { session, displaced, sentence, ask } = nearest;
  return (
    <>
      <p className="app-measure">
        In <strong>{session}</strong>, in place of <PersonLinks people={displaced} nobody="nobody" />.{" "}
        {sentence} That is an estimate: nobody who makes way is placed anew.
      </p>
      {ask ? <FigureButton run={run} ask={ask} of={session} /> : null}
    </>
  );
}

function Changes({ changes, run }: { changes: Why["changes"]; run: string }) {
  return (
    <DataTable caption="What would give it a place" captionHidden rows>
      <thead>
        <tr>
          <th scope="col">With</th>
          <th scope="col" className="app-number">
            The plan would gain at least, points
          </th>
          <th scope="col">But</th>
          <th scope="col">
            <span className="nhsuk-u-visually-hidden">True figure</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ words, points, note, ask }) => (
          <tr key={words}>
            <th scope="row">{words}</th>
            <td className="app-number" data-label="Points">
              {points}
            </td>
            <td data-label="But">{note || "Nobody loses by it"}</td>
            <td className="app-bottleneck__ask">
              {ask ? <FigureButton run={run} ask={ask} of={words} /> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
