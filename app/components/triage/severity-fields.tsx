import { DataTable } from "~/components/data-table";
import { SettingChoice } from "~/components/settings/setting-fields";
import { SEVERITIES } from "~/domain/perioperative/patient-facts";
import type { ScreeningRulesPage } from "~/views/triage/screening-rules.server";
import { SEVERITY_WORDS } from "./triage-words";

interface SeverityProps {
  page: ScreeningRulesPage;
  typed: Record<string, string>;
}

/** How severe each operation is taken to be: estimates, which a place may set otherwise. */
export function SeverityFields({ page: { severities, severitySource }, typed }: SeverityProps) {
  return (
    <details className="nhsuk-details" id="severity">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">Severity of operations: estimates</span>
      </summary>
      <div className="nhsuk-details__text">
        <p>
          Estimates, {severitySource.confidence}. Sources: {severitySource.sources.join(". ")}.
        </p>
        <DataTable caption="Severity of operations" captionHidden rows>
          <thead>
            <tr>
              <th scope="col">Operation</th>
              <th scope="col">Severity</th>
            </tr>
          </thead>
          <tbody>
            {severities.map(({ code, name, otherwise, chosen }) => (
              <tr key={code}>
                <th scope="row">
                  {name} <span className="app-cell-note">{code}</span>
                </th>
                <td data-label="Severity">
                  <SettingChoice
                    id={`severity-${code}`}
                    label={`${name}, ${code}: severity`}
                    value={typed[`severity-${code}`] ?? chosen ?? ""}
                    choices={[
                      [
                        "",
                        `As estimated: ${otherwise ? SEVERITY_WORDS[otherwise].toLowerCase() : "not known"}`,
                      ],
                      ...SEVERITIES.map((one): [string, string] => [one, SEVERITY_WORDS[one]]),
                    ]}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      </div>
    </details>
  );
}
