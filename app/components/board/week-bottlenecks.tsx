import { DataTable } from "~/components/data-table";
import type { BottleneckRow, WeekReasons } from "~/views/week-reasons";
import { FigureButton } from "./figure-button";
import { PriceStrip } from "./price-strip";

/** What binds the week most, ranked, and what time is worth in each session. */
export function WeekBottlenecks({ reasons }: { reasons: WeekReasons }) {
  const { run, bottlenecks, heat } = reasons;
  return (
    <section className="app-section" aria-labelledby="bottlenecks">
      <h2 className="nhsuk-heading-m" id="bottlenecks">
        What binds this week most
      </h2>
      {bottlenecks.length === 0 ? (
        <p>Nothing binds: more time, beds or sets would not make a better plan.</p>
      ) : (
        <>
          <p className="app-measure">
            One more of each, and about what it is worth to this plan. These are estimates, from the prices
            that prove how good the plan is and from small changes of it; the true figure takes a moment.
            Where as many patients come as make way, those who come bring more points: they are more urgent,
            have waited longer or fill more time.
          </p>
          <DataTable caption="The bottlenecks of the week" captionHidden rows>
            <thead>
              <tr>
                <th scope="col">One more of</th>
                <th scope="col" className="app-number">
                  About, points
                </th>
                <th scope="col">
                  <span className="nhsuk-u-visually-hidden">As a bar</span>
                </th>
                <th scope="col">Patients</th>
                <th scope="col">
                  <span className="nhsuk-u-visually-hidden">True figure</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {bottlenecks.map((row) => (
                <Row key={row.words} row={row} run={run} />
              ))}
            </tbody>
          </DataTable>
        </>
      )}
      <PriceStrip heat={heat} />
    </section>
  );
}

function Row({ row: { words, points, patients, share, ask }, run }: { row: BottleneckRow; run: string }) {
  return (
    <tr>
      <th scope="row">{words}</th>
      <td className="app-number" data-label="Points">
        {points}
      </td>
      <td className="app-bottleneck__cell">
        {share === null ? null : (
          <svg
            className="app-reasons__bar"
            viewBox="0 0 100 10"
            preserveAspectRatio="none"
            aria-hidden="true"
          >
            <rect width={Math.max(1, 100 * share)} height="10" />
          </svg>
        )}
      </td>
      <td data-label="Patients">{patients}</td>
      <td className="app-bottleneck__ask">{ask ? <FigureButton run={run} ask={ask} of={words} /> : null}</td>
    </tr>
  );
}
