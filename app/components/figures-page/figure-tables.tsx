import { DataTable } from "~/components/data-table";
import { Figure, Figures } from "~/components/figures";
import { MEASURED, type Measured } from "~/domain/perioperative/figures/figures";
import type { ShownCount } from "~/domain/perioperative/figures/disclosure";
import type { FiguresPage, FigureTable } from "~/views/figures/figures.server";
import { countText, DIMENSION_WORDS, MEASURED_WORDS, medianText, shareText } from "./figure-words";

/** The figures of all patients together. */
export function WholeFigures({ page: { whole } }: { page: FiguresPage }) {
  return (
    <Figures label="All patients">
      {MEASURED.map((measured) => {
        const { title, all, yes, median } = MEASURED_WORDS[measured];
        const count = whole[measured];
        return (
          <Figure
            key={measured}
            value={count.percent === null ? (count.all === 0 ? "None" : "*") : `${count.percent}%`}
            label={title}
            note={`${countText(count.yes)} ${yes} of ${countText(count.all)} ${all}${
              median ? `; ${median}: ${medianText(count)}` : ""
            }`}
          />
        );
      })}
    </Figures>
  );
}

/** The same figures by the groups of one dimension; who is not known stands in a row of their own. */
export function DimensionTable({ table: { dimension, rows } }: { table: FigureTable }) {
  return (
    <section className="app-section" aria-labelledby={`by-${dimension}`}>
      <h2 className="nhsuk-heading-s" id={`by-${dimension}`}>
        By {DIMENSION_WORDS[dimension].toLowerCase()}
      </h2>
      <DataTable caption={`Figures by ${DIMENSION_WORDS[dimension].toLowerCase()}`} captionHidden rows>
        <thead>
          <tr>
            <th scope="col">{DIMENSION_WORDS[dimension]}</th>
            {MEASURED.map((measured) => (
              <th key={measured} scope="col">
                {MEASURED_WORDS[measured].title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ group, words, counts }) => (
            <tr key={group}>
              <th scope="row">{words}</th>
              {MEASURED.map((measured) => (
                <td key={measured} data-label={MEASURED_WORDS[measured].title}>
                  <Share measured={measured} count={counts[measured]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </DataTable>
    </section>
  );
}

/** A share as a bar and in words, with what was measured below. */
function Share({ measured, count }: { measured: Measured; count: ShownCount }) {
  const { median } = MEASURED_WORDS[measured];
  return (
    <>
      <span className="app-share">
        {count.percent === null ? null : (
          <svg
            className="app-reasons__bar app-share__bar"
            viewBox="0 0 100 10"
            preserveAspectRatio="none"
            aria-hidden="true"
          >
            <rect width={count.percent} height="10" />
          </svg>
        )}
        <span>{shareText(count)}</span>
      </span>
      {median && count.all !== 0 ? (
        <span className="app-cell-note">
          {median}: {medianText(count)}
        </span>
      ) : null}
    </>
  );
}

/** How each figure is counted, and what is hidden. */
export function HowCounted({ page: { least, unknown } }: { page: FiguresPage }) {
  return (
    <section className="app-section app-measure" aria-labelledby="how">
      <h2 className="nhsuk-heading-s" id="how">
        How these are counted
      </h2>
      <ul>
        {MEASURED.map((measured) => (
          <li key={measured}>
            <strong>{MEASURED_WORDS[measured].title}</strong>: {MEASURED_WORDS[measured].how}
          </li>
        ))}
        <li>
          Who a group is not known of stands in a row of their own and is dropped nowhere.
          {unknown.map((dimension) => (
            <strong key={dimension}>
              {" "}
              {DIMENSION_WORDS[dimension]} is not held for any of these patients: the waiting-list file does
              not say it.
            </strong>
          ))}
        </li>
        <li>Ethnicity goes by the national code, language by what the waiting-list file says.</li>
        {least > 0 ? (
          <li>
            You may not see patients: a star stands for a count of 1 to {least - 1}, or for what follows from
            one; others are rounded to 5. The settings say from where that comes.
          </li>
        ) : null}
        <li>Differences between small groups may be chance. They ask for a look, they are no verdict.</li>
      </ul>
    </section>
  );
}
