import { Form, Link } from "@remix-run/react";
import { Button, Textarea } from "nhsuk-react-components";
import { DataTable } from "~/components/data-table";
import { problemOf, type Problem } from "~/components/problem-summary";
import type { RuleRow, ScreeningRulesPage } from "~/views/triage/screening-rules.server";
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
      {page.hub ? (
        <HubLimitsFields hub={page.hub} typed={typed} problems={problems} disabled={!page.mayEdit} />
      ) : null}
      <Thresholds page={page} typed={typed} problems={problems} />
      {groups.map((group) => (
        <RuleTable key={group} page={page} typed={typed} group={group} />
      ))}
      {page.mayEdit ? (
        <>
          <Textarea
            id="reason"
            name="reason"
            label="Why does it change?"
            labelProps={{ size: "s" }}
            rows={2}
            defaultValue={typed.reason ?? ""}
            error={problemOf(problems, "reason")}
          />
          <Button type="submit" preventDoubleClick>
            Save
          </Button>
        </>
      ) : null}
    </Form>
  );
}

function Thresholds({ page: { thresholds, mayEdit }, typed, problems }: RulesFormProps) {
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
        {thresholds.map(({ name, words, unit, otherwise, chosen, source, status }) => {
          const wrong = problemOf(problems, name) !== undefined;
          return (
            <tr key={name}>
              <th scope="row">
                {words} <span className="app-cell-note">{unit}</span>
              </th>
              <td data-label="Value">
                <input
                  className={`nhsuk-input nhsuk-input--width-4${wrong ? " nhsuk-input--error" : ""}`}
                  id={name}
                  name={name}
                  defaultValue={typed[name] ?? (chosen === null ? "" : String(chosen))}
                  inputMode="decimal"
                  disabled={!mayEdit}
                  aria-label={words}
                  aria-invalid={wrong || undefined}
                />
                <span className="app-cell-note">empty: {otherwise}</span>
              </td>
              <td data-label="Source">
                {source} <span className="app-cell-note">({status})</span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </DataTable>
  );
}

const valueOf = ({ chosen }: RuleRow): string => (chosen === null ? "" : chosen ? "on" : "off");

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
                <select
                  className="nhsuk-select"
                  id={`rule-${rule.id}`}
                  name={`rule-${rule.id}`}
                  defaultValue={typed[`rule-${rule.id}`] ?? valueOf(rule)}
                  disabled={!page.mayEdit}
                  aria-label={`${rule.id}: ${rule.title}`}
                >
                  <option value="">As it comes ({rule.otherwise ? "on" : "off"})</option>
                  <option value="on">On</option>
                  <option value="off">Off</option>
                </select>
              </td>
              <td data-label="Says">
                {rule.says}
                {rule.note ? <span className="app-cell-note">{rule.note}</span> : null}
              </td>
              <td data-label="Source">
                {rule.sourceUrl ? <a href={rule.sourceUrl}>{rule.source}</a> : rule.source}{" "}
                <span className="app-cell-note">({rule.verified})</span>
              </td>
            </tr>
          ))}
      </tbody>
    </DataTable>
  );
}
