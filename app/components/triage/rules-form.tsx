import { Form, Link } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import type { Problem } from "~/components/problem-summary";
import {
  SettingChoice,
  SettingInput,
  SettingsFields,
  SourceCell,
  switchChoices,
  switchValue,
} from "~/components/settings/setting-fields";
import type { ScreeningRulesPage } from "~/views/triage/screening-rules.server";
import { SeverityFields } from "./severity-fields";
import { HubLimitsFields } from "./hub-limits-fields";

interface RulesFormProps {
  page: ScreeningRulesPage;
  typed: Record<string, string>;
  problems: Problem[] | undefined;
}

/** For which place the rules are shown. */
export function PlaceLinks({ page: { places, site } }: { page: ScreeningRulesPage }) {
  return (
    <nav aria-label="Sites">
      <ul className="app-triage-places">
        <li>{site === "" ? <strong>All sites</strong> : <Link to="/triage/rules">All sites</Link>}</li>
        {places.map(({ code, name }) => (
          <li key={code}>
            {site === code ? <strong>{name}</strong> : <Link to={`/triage/rules?site=${code}`}>{name}</Link>}
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Borders, hub limits and rules of a place, each with where it comes from and how sure that is. */
export function RulesForm({ page, typed, problems }: RulesFormProps) {
  const groups = [...new Set(page.rules.map(({ group }) => group))];
  return (
    <Form method="post" noValidate>
      <input type="hidden" name="base" value={page.number} />
      <SettingsFields
        mayEdit={page.mayEdit}
        legend="Screening rules"
        reason={typed.reason}
        save="Save"
        problems={problems}
      >
        {page.hub ? <HubLimitsFields hub={page.hub} typed={typed} problems={problems} /> : null}
        <Thresholds page={page} typed={typed} problems={problems} />
        <SeverityFields page={page} typed={typed} />
        {groups.map((group) => (
          <RuleTable key={group} page={page} typed={typed} group={group} />
        ))}
      </SettingsFields>
    </Form>
  );
}

function Thresholds({ page: { thresholds }, typed, problems }: RulesFormProps) {
  return (
    <DataTable caption="Borders" rows>
      <thead>
        <tr>
          <th scope="col">Border</th>
          <th scope="col">Value</th>
          <th scope="col">Where it comes from</th>
        </tr>
      </thead>
      <tbody>
        {thresholds.map(({ name, words, unit, otherwise, chosen, source, status }) => (
          <tr key={name}>
            <th scope="row">
              {words} <span className="app-cell-note">{unit}</span>
            </th>
            <td data-label="Value">
              <SettingInput
                id={name}
                label={words}
                value={typed[name] ?? (chosen === null ? "" : String(chosen))}
                width={4}
                inputMode="decimal"
                problems={problems}
              />
              <span className="app-cell-note">empty: {otherwise}</span>
            </td>
            <SourceCell source={source} sure={status} />
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function RuleTable({ page, typed, group }: Omit<RulesFormProps, "problems"> & { group: string }) {
  return (
    <DataTable caption={`Rules: ${group}`} rows>
      <thead>
        <tr>
          <th scope="col">Rule</th>
          <th scope="col">Counts</th>
          <th scope="col">Says</th>
          <th scope="col">Where it comes from</th>
        </tr>
      </thead>
      <tbody>
        {page.rules
          .filter((rule) => rule.group === group)
          .map((rule) => (
            <tr key={rule.id}>
              <th scope="row">
                {rule.title}
                <span className="app-cell-note">
                  {rule.id}, version {rule.version}
                </span>
              </th>
              <td data-label="Counts">
                <SettingChoice
                  id={`rule-${rule.id}`}
                  label={`${rule.id}: ${rule.title}`}
                  value={typed[`rule-${rule.id}`] ?? switchValue(rule.chosen)}
                  choices={switchChoices(`As it comes (${rule.otherwise ? "on" : "off"})`)}
                />
              </td>
              <td data-label="Says">
                {rule.says}
                {rule.note ? <span className="app-cell-note">{rule.note}</span> : null}
              </td>
              <SourceCell source={rule.source} sure={rule.verified} href={rule.sourceUrl} />
            </tr>
          ))}
      </tbody>
    </DataTable>
  );
}
