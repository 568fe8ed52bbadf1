import { number } from "~/domain/figure-words";
import { DataTable } from "~/components/data-table";
import type { ComparedLine, WeekComparison } from "~/views/week-comparison";

/** The plan beside the one that a careful person makes by hand. */
export function PlanComparison({ comparison }: { comparison: WeekComparison }) {
  return (
    <section className="app-section" aria-labelledby="comparison">
      <h2 className="nhsuk-heading-m" id="comparison">
        Compared with a careful plan by hand
      </h2>
      <p className="app-measure">
        {comparison.trade} By hand means: most urgent first, then longest waiting, each into the first session
        that takes the case.
      </p>
      <DataTable caption="This plan and the plan by hand" captionHidden>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col" className="app-number">
              This plan
            </th>
            <th scope="col" className="app-number">
              By hand
            </th>
            <th scope="col">
              <span className="nhsuk-u-visually-hidden">As bars: this plan above, by hand below</span>
            </th>
            <th scope="col">Difference</th>
          </tr>
        </thead>
        <tbody>
          {comparison.lines.map((line) => (
            <Line key={line.label} line={line} />
          ))}
        </tbody>
      </DataTable>
    </section>
  );
}

function Line({ line: { label, plan, hand, of, difference } }: { line: ComparedLine }) {
  return (
    <tr>
      <th scope="row">
        {label}
        {of === null ? null : <span className="app-cell-note">{number(of)} can be planned</span>}
      </th>
      <td className="app-number">
        <strong>{number(plan)}</strong>
      </td>
      <td className="app-number">{number(hand)}</td>
      <td className="app-compare__cell">
        <Bars plan={plan} hand={hand} />
      </td>
      <td className="app-nowrap">{difference}</td>
    </tr>
  );
}

/** Filled: the plan; outlined: by hand. */
function Bars({ plan, hand }: { plan: number; hand: number }) {
  const scale = 100 / Math.max(plan, hand, 1);
  return (
    <svg className="app-compare__bars" viewBox="0 0 100 18" preserveAspectRatio="none" aria-hidden="true">
      <rect className="app-compare__plan" y="1" width={plan * scale} height="7" />
      <rect className="app-compare__hand" y="10" width={hand * scale} height="7" />
    </svg>
  );
}
