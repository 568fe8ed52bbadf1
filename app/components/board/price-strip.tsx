import { DateText } from "~/components/date-text";
import { DataTable } from "~/components/data-table";
import type { HeatRow, HeatTable } from "~/views/week-reasons";

/** What half an hour more is worth in each session: a figure in each cell, darker where it is dearer. */
export function PriceStrip({ heat: { days, sites } }: { heat: HeatTable }) {
  if (sites.length === 0) return null;
  return (
    <>
      <h3 className="nhsuk-heading-s" id="price-strip">
        What half an hour more is worth, in points
      </h3>
      <DataTable caption="What half an hour more is worth in each session, in points" captionHidden>
        <thead>
          <tr>
            <th scope="col">Theatre</th>
            {days.map((day) => (
              <th scope="col" key={day}>
                <DateText date={day} style="short" />
              </th>
            ))}
          </tr>
        </thead>
        {sites.map(({ name, rows }) => (
          <tbody className="app-heat" key={name}>
            <tr>
              <th scope="rowgroup" className="app-heat__site" colSpan={days.length + 1}>
                {name}
              </th>
            </tr>
            {rows.map((row) => (
              <Row key={row.theatre} row={row} days={days} />
            ))}
          </tbody>
        ))}
      </DataTable>
    </>
  );
}

function Row({ row: { theatre, cells }, days }: { row: HeatRow; days: readonly string[] }) {
  return (
    <tr>
      <th scope="row" className="app-nowrap">
        {theatre}
      </th>
      {cells.map((sessions, at) => (
        <td key={days[at]}>
          {sessions.map(({ sessionId, link, points, words, level }) => (
            <a key={sessionId} href={link} className={`app-heat__session app-heat__session--${level}`}>
              {points}
              <span className="nhsuk-u-visually-hidden"> {words}</span>
            </a>
          ))}
        </td>
      ))}
    </tr>
  );
}
