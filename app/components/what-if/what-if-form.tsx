import { Form, Link } from "@remix-run/react";
import { Button, Select, TextInput } from "nhsuk-react-components";
import type { ReactNode } from "react";
import { problemOf, type Problem } from "~/components/problem-summary";
import type { WhatIfFormPage } from "~/views/what-if-form.server";

interface WhatIfFormProps {
  page: WhatIfFormPage;
  problems?: Problem[];
  typed?: Record<string, string>;
}

/** What is to be otherwise: each part is one change, and parts that are left empty change nothing. */
export function WhatIfForm({ page, problems, typed = {} }: WhatIfFormProps) {
  const { week, organisation } = page;
  const fields = { problems, typed };
  return (
    <Form method="post" noValidate>
      <input type="hidden" name="id" value={typed.id ?? page.id} />
      <input type="hidden" name="organisation" value={organisation} />
      {page.from ? <input type="hidden" name="from" value={page.from.id} /> : null}
      <Text {...fields} name="name" label="Name, such as “Theatre 2 closed on Thursday”" width="30" />
      <div className="app-what-if__parts">
        <Part legend="Lose a theatre">
          <Choice {...fields} name="theatre" label="Theatre" choices={page.theatres} />
          <Days {...fields} part="theatre" page={page} />
        </Part>
        <Part legend="Lose a surgeon">
          <Choice {...fields} name="surgeon" label="Surgeon" choices={page.surgeons} />
          <Days {...fields} part="surgeon" page={page} />
        </Part>
        <Part legend="Beds, critical care, equipment">
          <Choice {...fields} name="resource" label="Of what" choices={page.resources} />
          <Text {...fields} name="resourceBy" label="How many fewer (−2) or more (2)" width="4" />
          <Days {...fields} part="resource" page={page} />
        </Part>
        <Part legend="Close a session">
          <Choice {...fields} name="close" label="Session" choices={page.sessions} />
        </Part>
        <Part legend="Add a session, such as a Saturday list">
          <Choice {...fields} name="like" label="With the team and kit of" choices={page.sessions} />
          <Text {...fields} name="addTheatre" label="In theatre" width="10" />
          <Choice {...fields} name="addDate" label="On" choices={page.weekdays} />
          <div className="app-what-if__pair">
            <Text {...fields} name="addStart" label="From" width="5" />
            <Text {...fields} name="addEnd" label="To" width="5" />
          </div>
        </Part>
        <Part legend="More sites">
          <Choice {...fields} name="sitesFrom" label="Patients listed at" choices={page.sites} />
          <Choice {...fields} name="sitesTo" label="also accept" choices={page.sites} />
        </Part>
        <Part legend="Another policy">
          <Choice {...fields} name="measure" label="Weight of" choices={page.measures} />
          <Text {...fields} name="weight" label="New weight" width="5" />
          <Text
            {...fields}
            name="overrun"
            label={`Lists that may run over, of 100 (now ${page.overrunPercent})`}
            width="3"
          />
        </Part>
      </div>
      <div className="app-buttons">
        <Button type="submit" preventDoubleClick>
          Plan this what-if
        </Button>
        <Link to={`/weeks/${week}/what-if?${new URLSearchParams({ organisation })}`}>Cancel</Link>
      </div>
    </Form>
  );
}

function Part({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <fieldset className="app-what-if__part">
      <legend>{legend}</legend>
      {children}
    </fieldset>
  );
}

interface FieldProps {
  name: string;
  label: string;
  problems: Problem[] | undefined;
  typed: Record<string, string>;
}

function Text({
  name,
  label,
  width,
  problems,
  typed,
}: FieldProps & { width: "3" | "4" | "5" | "10" | "30" }) {
  return (
    <TextInput
      id={name}
      name={name}
      label={label}
      width={width}
      autoComplete="off"
      defaultValue={typed[name] ?? ""}
      error={problemOf(problems, name)}
    />
  );
}

function Choice({
  name,
  label,
  choices,
  problems,
  typed,
}: FieldProps & { choices: { value: string; text: string }[] }) {
  return (
    <Select
      id={name}
      name={name}
      label={label}
      defaultValue={typed[name] ?? ""}
      error={problemOf(problems, name)}
    >
      <Select.Option value="">None</Select.Option>
      {choices.map(({ value, text }) => (
        <Select.Option key={value} value={value}>
          {text}
        </Select.Option>
      ))}
    </Select>
  );
}

function Days({
  part,
  page,
  ...fields
}: Omit<FieldProps, "name" | "label"> & { part: string; page: WhatIfFormPage }) {
  return (
    <>
      <Choice {...fields} name={`${part}From`} label="First day" choices={page.weekdays} />
      <Choice {...fields} name={`${part}To`} label="Last day, if it is another" choices={page.weekdays} />
    </>
  );
}
