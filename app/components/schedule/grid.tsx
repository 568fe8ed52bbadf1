import { Link } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import { dateText } from "~/components/date-text";
import type { GridSite, TemplateShown } from "~/views/schedule/schedule.server";
import { FUNDING_WORDS, WEEKDAY_WORDS } from "./session-life-words";
import { weeksWords } from "./weeks-words";

/** The schedule of one site as a week: a row for each theatre, a column for each weekday. */
export function ScheduleGrid({ site }: { site: GridSite }) {
  const heading = `schedule-${site.code}`;
  return (
    <section className="app-section" aria-labelledby={heading}>
      <h2 className="nhsuk-heading-m" id={heading}>
        {site.name}
      </h2>
      <DataTable caption={`Schedule of ${site.name}`} captionHidden wide>
        <thead>
          <tr>
            <th scope="col">Theatre</th>
            {site.weekdays.map((weekday) => (
              <th key={weekday} scope="col">
                {WEEKDAY_WORDS[weekday - 1]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {site.theatres.map(({ name, days }) => (
            <tr key={name}>
              <th scope="row" className="app-nowrap">
                {name}
              </th>
              {days.map((templates, at) => (
                <td key={site.weekdays[at]}>
                  {templates.map((template) => (
                    <Slot key={template.id} template={template} />
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </DataTable>
    </section>
  );
}

function Slot({ template }: { template: TemplateShown }) {
  const { id, start, end, specialties, surgeons, funding, visitingTeam } = template;
  const notes = [
    weeksWords(template.weeksOfMonth),
    funding === "core" ? "" : FUNDING_WORDS[funding],
    visitingTeam,
    validityNote(template),
  ].filter(Boolean);
  return (
    <div className={`app-slot app-slot--${template.standing}`}>
      <Link to={`/schedule/${id}`} className="app-nowrap">
        {start} to {end}
      </Link>
      <span>{specialties.map(({ name }) => name).join(", ")}</span>
      <span className="app-cell-note">{surgeons.join(", ") || "No surgeon named"}</span>
      {notes.length > 0 ? <span className="app-cell-note">{notes.join(" · ")}</span> : null}
    </div>
  );
}

/** Says where a template does not simply run. */
export function validityNote({ standing, validFrom, validUntil }: TemplateShown): string {
  if (standing === "coming") return `From ${dateText(validFrom, "brief")}`;
  if (validUntil === null) return "";
  return `${standing === "ended" ? "Ended" : "Until"} ${dateText(validUntil, "brief")}`;
}
