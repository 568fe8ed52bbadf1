import { Link } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import { DateText } from "~/components/date-text";
import { counted } from "~/domain/figure-words";
import { equipmentName } from "~/facts/equipment";
import type { TemplateShown } from "~/views/schedule/schedule.server";
import { FUNDING_WORDS, WEEKDAY_WORDS } from "./session-life-words";
import { weeksWords } from "./weeks-words";

/** The schedule as a table, one line a template. */
export function TemplateTable({ templates }: { templates: TemplateShown[] }) {
  return (
    <DataTable caption={counted(templates.length, "recurring session")} wide>
      <thead>
        <tr>
          <th scope="col">Theatre</th>
          <th scope="col">When</th>
          <th scope="col">Times</th>
          <th scope="col">Specialty</th>
          <th scope="col">Surgeons</th>
          <th scope="col">Anaesthetist</th>
          <th scope="col">Anaesthetics</th>
          <th scope="col">Children</th>
          <th scope="col">Equipment</th>
          <th scope="col">Funding</th>
          <th scope="col" className="app-number">
            Minutes
          </th>
          <th scope="col">Valid</th>
        </tr>
      </thead>
      <tbody>
        {templates.map((template) => (
          <Row key={template.id} template={template} />
        ))}
      </tbody>
    </DataTable>
  );
}

function Row({ template }: { template: TemplateShown }) {
  const { validUntil, maxCases, heldMinutes } = template;
  return (
    <tr>
      <th scope="row">
        <Link to={`/schedule/${template.id}`}>{template.theatre}</Link>
        <span className="app-cell-note">{template.siteName}</span>
      </th>
      <td>
        {WEEKDAY_WORDS[template.weekday - 1]}
        <span className="app-cell-note">{weeksWords(template.weeksOfMonth) || "Every week"}</span>
      </td>
      <td className="app-nowrap">
        {template.start} to {template.end}
      </td>
      <td>{template.specialties.map(({ code, name }) => `${name} (${code})`).join(", ")}</td>
      <td>{template.surgeons.join(", ") || "None named"}</td>
      <td>{template.anaesthetist || "Not named"}</td>
      <td className="app-nowrap">{template.anaesthetics.join(", ")}</td>
      <td>{template.paediatric ? "Yes" : "No"}</td>
      <td>{template.equipment.map(equipmentName).join(", ") || "None named"}</td>
      <td>
        {FUNDING_WORDS[template.funding]}
        {template.visitingTeam ? <span className="app-cell-note">{template.visitingTeam}</span> : null}
      </td>
      <td className="app-number">
        {template.length}
        <span className="app-cell-note">
          {[
            heldMinutes > 0 ? `${heldMinutes} held` : "",
            maxCases ? `at most ${counted(maxCases, "case")}` : "",
          ]
            .filter(Boolean)
            .join(", ")}
        </span>
      </td>
      <td>
        from <DateText date={template.validFrom} style="brief" />
        {validUntil === null ? null : (
          <>
            {" "}
            until <DateText date={validUntil} style="brief" />
          </>
        )}
      </td>
    </tr>
  );
}
