import { DataTable } from "~/components/data-table";
import type { Problem } from "~/components/problem-summary";
import { SettingChoice, SettingInput, SourceCell } from "~/components/settings/setting-fields";
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
}

/** Whom a hub takes, limit by limit. */
export function HubLimitsFields({ hub: { limits, facts }, typed, problems }: HubLimitsProps) {
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
                typed={typed[name]}
                problems={problems}
              />
            </td>
            <SourceCell source={facts[name].source} sure={facts[name].status} />
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
  typed: string | undefined;
  problems: Problem[] | undefined;
}

function Limit({ name, words, held, typed, problems }: LimitProps) {
  const field = { id: name, label: words };
  if (name === "model")
    return (
      <SettingChoice
        {...field}
        value={typed ?? String(held)}
        choices={HUB_MODELS.map((model) => [model, MODEL_WORDS[model]] as const)}
      />
    );
  if ((YES_NO as readonly string[]).includes(name))
    return (
      <SettingChoice
        {...field}
        value={typed ?? (held ? "yes" : "no")}
        choices={[
          ["yes", "Yes"],
          ["no", "No"],
        ]}
      />
    );
  const text = held === null ? "" : Array.isArray(held) ? held.join(", ") : String(held);
  const width = Array.isArray(held) || name === "procedures" ? 20 : 3;
  return <SettingInput {...field} value={typed ?? text} width={width} problems={problems} />;
}
