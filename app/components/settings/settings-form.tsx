import { Form } from "@remix-run/react";
import { Button, TextInput } from "nhsuk-react-components";
import { DataTable } from "~/components/data-table";
import { problemOf, type Problem } from "~/components/problem-summary";
import type { SettingsPage } from "~/views/settings.server";

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
      <fieldset className="nhsuk-fieldset" disabled={!page.mayEdit}>
        <legend className="nhsuk-u-visually-hidden">Settings</legend>
        <Numbers {...form} />
        <Rules {...form} />
        <Letters {...form} />
        {page.mayEdit ? (
          <>
            <TextInput
              id="reason"
              name="reason"
              label="Why?"
              width="20"
              maxLength={500}
              defaultValue={given.reason ?? ""}
              error={problemOf(problems, "reason")}
            />
            <Button type="submit" preventDoubleClick>
              Save the settings
            </Button>
          </>
        ) : null}
      </fieldset>
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
                <Number
                  id={name}
                  label={`${words}, all sites`}
                  value={shown(name, held)}
                  problems={problems}
                />
              </td>
              {sites.map((site) => (
                <td key={site.code} data-label={site.name}>
                  <Number
                    id={`${name}@${site.code}`}
                    label={`${words}, ${site.name}`}
                    value={shown(`${name}@${site.code}`, heldAt(site.code, name))}
                    problems={problems}
                  />
                </td>
              ))}
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

interface NumberProps {
  id: string;
  label: string;
  value: string;
  problems?: Problem[];
}

function Number({ id, label, value, problems }: NumberProps) {
  const wrong = problemOf(problems, id) !== undefined;
  return (
    <input
      className={
        wrong ? "nhsuk-input nhsuk-input--width-3 nhsuk-input--error" : "nhsuk-input nhsuk-input--width-3"
      }
      id={id}
      name={id}
      defaultValue={value}
      inputMode="numeric"
      aria-label={label}
      aria-invalid={wrong || undefined}
    />
  );
}

function Rules({ page: { rules, sites, settings }, shown }: PartProps) {
  return (
    <DataTable caption="Rules of the order within a list" rows>
      <thead>
        <tr>
          <th scope="col">Rule</th>
          {sites.map(({ code, name }) => (
            <th key={code} scope="col">
              {name}
            </th>
          ))}
          <th scope="col">Source</th>
        </tr>
      </thead>
      <tbody>
        {rules.map(({ name, words, status, source, policyOn }) => (
          <tr key={name}>
            <th scope="row">{words}</th>
            {sites.map((site) => {
              const held = settings.order[site.code]?.[name];
              const value = held === undefined ? "" : held ? "on" : "off";
              const field = `order-${name}@${site.code}`;
              return (
                <td key={site.code} data-label={site.name}>
                  <select
                    className="nhsuk-select"
                    name={field}
                    id={field}
                    defaultValue={shown(field, value)}
                    aria-label={`${words}, ${site.name}`}
                  >
                    <option value="">As the policy has it ({policyOn ? "on" : "off"})</option>
                    <option value="on">On</option>
                    <option value="off">Off</option>
                  </select>
                </td>
              );
            })}
            <td data-label="Source">
              {source} <span className="app-cell-note">({status})</span>
            </td>
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
