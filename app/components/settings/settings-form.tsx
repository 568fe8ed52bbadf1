import { Form } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import type { Problem } from "~/components/problem-summary";
import type { SettingsPage } from "~/views/settings.server";
import {
  SettingChoice,
  SettingInput,
  SettingsFields,
  SourceCell,
  switchChoices,
  switchValue,
} from "./setting-fields";

interface SettingsFormProps {
  page: SettingsPage;
  /** What was filled in when the form was not accepted, by field. */
  given?: Record<string, string>;
  problems?: Problem[];
}

/** Every setting for the organisation and its sites, the switches of the order, and whom letters say to call. */
export function SettingsForm({ page, given = {}, problems }: SettingsFormProps) {
  const form = { page, problems, shown: (field: string, held: string) => given[field] ?? held };
  return (
    <Form method="post" key={page.number} noValidate>
      <input type="hidden" name="base" value={page.number} />
      <SettingsFields
        mayEdit={page.mayEdit}
        legend="Settings"
        reason={given.reason}
        save="Save the settings"
        problems={problems}
      >
        <Numbers {...form} />
        <Holds {...form} />
        <Rules {...form} />
        <Letters {...form} />
      </SettingsFields>
    </Form>
  );
}

interface PartProps {
  page: SettingsPage;
  problems?: Problem[];
  shown: (field: string, held: string) => string;
}

function Numbers({ page: { rows, sites, settings }, problems, shown }: PartProps) {
  const heldAt = (site: string, name: string) =>
    String((settings.sites[site] as Record<string, number> | undefined)?.[name] ?? "");
  return (
    <DataTable caption="Dates and borders" rows>
      <thead>
        <tr>
          <th scope="col">Setting</th>
          <th scope="col">All sites</th>
          {sites.map(({ code, name }) => (
            <th key={code} scope="col">
              {name}
            </th>
          ))}
          <th scope="col">Where the default comes from</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, words, unit, status, source }) => {
          const held = String((settings.all as unknown as Record<string, number>)[name]);
          return (
            <tr key={name}>
              <th scope="row">
                {words} <span className="app-cell-note">{unit}</span>
              </th>
              <td data-label="All sites">
                <SettingInput
                  id={name}
                  label={`${words}, all sites`}
                  value={shown(name, held)}
                  inputMode="numeric"
                  problems={problems}
                />
              </td>
              {sites.map((site) => (
                <td key={site.code} data-label={site.name}>
                  <SettingInput
                    id={`${name}@${site.code}`}
                    label={`${words}, ${site.name}`}
                    value={shown(`${name}@${site.code}`, heldAt(site.code, name))}
                    inputMode="numeric"
                    problems={problems}
                  />
                </td>
              ))}
              <SourceCell source={source} sure={status} />
            </tr>
          );
        })}
      </tbody>
    </DataTable>
  );
}

function Rules({ page: { rules, sites, settings }, shown }: PartProps) {
  return (
    <SiteChoices
      caption="Rules of the order within a list"
      head="Rule"
      sites={sites}
      rows={rules.map(({ policyOn, ...rule }) => ({
        ...rule,
        field: `order-${rule.name}`,
        choices: switchChoices(`As the policy has it (${policyOn ? "on" : "off"})`),
        heldAt: (site) => settings.order[site]?.[rule.name],
      }))}
      shown={shown}
    />
  );
}

function Holds({ page: { holds, sites, settings }, shown }: PartProps) {
  return (
    <SiteChoices
      caption="Who is held back from new plans"
      head="Reason"
      sites={sites}
      rows={holds.map(({ asItComes, ...hold }) => ({
        ...hold,
        field: `hold-${hold.name}`,
        choices: [
          ["", `As it comes (${asItComes ? "held back" : "flagged"})`],
          ["on", "Held back"],
          ["off", "Flagged, not held back"],
        ],
        heldAt: (site) => settings.holds[site]?.[hold.name],
      }))}
      shown={shown}
    />
  );
}

interface SiteChoicesProps extends Pick<PartProps, "shown"> {
  caption: string;
  /** What a row is. */
  head: string;
  sites: SettingsPage["sites"];
  rows: readonly {
    words: string;
    status: string;
    source: string;
    /** Name of its fields, without the site. */
    field: string;
    choices: readonly (readonly [string, string])[];
    /** Whether it is on at a site; undefined: as it is otherwise. */
    heldAt: (site: string) => boolean | undefined;
  }[];
}

/** What each site may have on or off, or as it is otherwise. */
function SiteChoices({ caption, head, sites, rows, shown }: SiteChoicesProps) {
  return (
    <DataTable caption={caption} rows>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          {sites.map(({ code, name }) => (
            <th key={code} scope="col">
              {name}
            </th>
          ))}
          <th scope="col">Source</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ words, status, source, field, choices, heldAt }) => (
          <tr key={field}>
            <th scope="row">{words}</th>
            {sites.map(({ code, name }) => (
              <td key={code} data-label={name}>
                <SettingChoice
                  id={`${field}@${code}`}
                  label={`${words}, ${name}`}
                  value={shown(`${field}@${code}`, switchValue(heldAt(code)))}
                  choices={choices}
                />
              </td>
            ))}
            <SourceCell source={source} sure={status} />
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

const PARTS = [
  ["phone", "Telephone number"],
  ["hours", "When somebody answers"],
  ["place", "Where to come on the day"],
] as const;

function Letters({ page: { sites, settings }, shown }: PartProps) {
  return (
    <DataTable caption="What letters to patients say" rows>
      <thead>
        <tr>
          <th scope="col">Site</th>
          {PARTS.map(([part, words]) => (
            <th key={part} scope="col">
              {words}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sites.map(({ code, name }) => (
          <tr key={code}>
            <th scope="row">{name}</th>
            {PARTS.map(([part, words]) => (
              <td key={part} data-label={words}>
                <input
                  className="nhsuk-input"
                  id={`${part}@${code}`}
                  name={`${part}@${code}`}
                  defaultValue={shown(`${part}@${code}`, settings.letters[code]?.[part] ?? "")}
                  maxLength={120}
                  aria-label={`${words}, ${name}`}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
