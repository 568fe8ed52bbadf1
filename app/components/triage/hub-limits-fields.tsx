import { DataTable } from "~/components/data-table";
import { problemOf, type Problem } from "~/components/problem-summary";
import { HUB_MODELS, type HubLimits, type HubModel } from "~/domain/perioperative/hub-limits";
import type { ScreeningRulesPage } from "~/views/triage/screening-rules.server";

const MODEL_WORDS: Record<HubModel, string> = {
  standAlone: "Stand-alone",
  integrated: "Integrated",
  ringFenced: "Ring-fenced",
};
const YES_NO = ["criticalCare", "overnightBeds", "airway_cover", "icd_cover"] as const;

interface HubLimitsProps {
  hub: NonNullable<ScreeningRulesPage["hub"]>;
  typed: Record<string, string>;
  problems: Problem[] | undefined;
  disabled: boolean;
}

/** Whom a hub takes, limit by limit. */
export function HubLimitsFields({ hub: { limits, facts }, typed, problems, disabled }: HubLimitsProps) {
  const names = Object.keys(facts) as (keyof HubLimits)[];
  return (
    <DataTable caption="Whom this hub takes" rows>
      <thead>
        <tr>
          <th scope="col">Limit</th>
          <th scope="col">Value</th>
          <th scope="col">Where the default comes from</th>
        </tr>
      </thead>
      <tbody>
        {names.map((name) => (
          <tr key={name}>
            <th scope="row">{facts[name].words}</th>
            <td data-label="Value">
              <Limit
                name={name}
                words={facts[name].words}
                held={limits[name]}
                typed={typed}
                disabled={disabled}
                wrong={problemOf(problems, name) !== undefined}
              />
            </td>
            <td data-label="Source">
              {facts[name].source} <span className="app-cell-note">({facts[name].status})</span>
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

interface LimitProps {
  name: keyof HubLimits;
  words: string;
  held: HubLimits[keyof HubLimits];
  typed: Record<string, string>;
  disabled: boolean;
  wrong: boolean;
}

function Limit({ name, words, held, typed, disabled, wrong }: LimitProps) {
  const common = { id: name, name, disabled, "aria-label": words, "aria-invalid": wrong || undefined };
  if (name === "model")
    return (
      <select className="nhsuk-select" {...common} defaultValue={typed.model ?? String(held)}>
        {HUB_MODELS.map((model) => (
          <option key={model} value={model}>
            {MODEL_WORDS[model]}
          </option>
        ))}
      </select>
    );
  if ((YES_NO as readonly string[]).includes(name))
    return (
      <select className="nhsuk-select" {...common} defaultValue={typed[name] ?? (held ? "yes" : "no")}>
        <option value="yes">Yes</option>
        <option value="no">No</option>
      </select>
    );
  const text = held === null ? "" : Array.isArray(held) ? held.join(", ") : String(held);
  const width = Array.isArray(held) || name === "procedures" ? "20" : "3";
  return (
    <input
      className={`nhsuk-input nhsuk-input--width-${width}${wrong ? " nhsuk-input--error" : ""}`}
      {...common}
      defaultValue={typed[name] ?? text}
    />
  );
}
