import { Link } from "@remix-run/react";
import { number } from "~/domain/figure-words";
import type { ReasonBar } from "~/views/week-unplaced";

interface UnplacedReasonsProps {
  sentence: string;
  bars: ReasonBar[];
  /** Address of the entries of one reason. */
  hrefOf: (reason: string) => string;
}

/** Why entries are in no list: a bar for each reason, with its count in figures. */
export function UnplacedReasons({ sentence, bars, hrefOf }: UnplacedReasonsProps) {
  const longest = Math.max(0.001, ...bars.map(({ share }) => share));
  return (
    <>
      <p className="app-measure">{sentence}</p>
      <table className="app-table app-reasons">
        <caption className="nhsuk-u-visually-hidden">Entries in no list, by reason</caption>
        <thead>
          <tr>
            <th scope="col">Reason</th>
            <th scope="col" className="app-number">
              Entries
            </th>
            <th scope="col">
              <span className="nhsuk-u-visually-hidden">As a bar</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {bars.map(({ reason, words, count, share }) => (
            <tr key={reason}>
              <th scope="row">
                <Link to={hrefOf(reason)}>{words}</Link>
              </th>
              <td className="app-number">{number(count)}</td>
              <td className="app-reasons__cell">
                <svg
                  className="app-reasons__bar"
                  viewBox="0 0 100 10"
                  preserveAspectRatio="none"
                  aria-hidden="true"
                >
                  <rect width={(100 * share) / longest} height="10" />
                </svg>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
