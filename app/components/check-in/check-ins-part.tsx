import { DataTable } from "~/components/data-table";
import { InstantText } from "~/components/date-text";
import type { CheckInShown } from "~/views/check-in/check-ins-shown.server";

/** What the patient told while they waited; the last in full, those before on demand. */
export function CheckInsPart({ checkIns }: { checkIns: CheckInShown[] }) {
  const [last, ...before] = checkIns;
  if (!last) return null;
  return (
    <section className="app-section" id="check-ins">
      <h2 className="nhsuk-heading-s">Check-in</h2>
      <p>
        Sent <InstantText at={new Date(last.at)} />, {last.source}.
      </p>
      <Lines checkIn={last} caption="The last check-in" />
      {before.map((checkIn) => (
        <details key={checkIn.at} className="nhsuk-details">
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">
              Check-in of <InstantText at={new Date(checkIn.at)} />
            </span>
          </summary>
          <div className="nhsuk-details__text">
            <Lines checkIn={checkIn} caption="An earlier check-in" />
          </div>
        </details>
      ))}
    </section>
  );
}

function Lines({ checkIn, caption }: { checkIn: CheckInShown; caption: string }) {
  return (
    <DataTable caption={caption} captionHidden rows>
      <thead className="nhsuk-u-visually-hidden">
        <tr>
          <th scope="col">Question</th>
          <th scope="col">Answer</th>
        </tr>
      </thead>
      <tbody>
        {checkIn.lines.map(({ id, question, answer, change }) => (
          <tr key={id}>
            <th scope="row">{question}</th>
            <td data-label="Answer">
              {answer}
              {change ? (
                <span className="app-cell-note">
                  <strong>A change of health.</strong>
                </span>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
