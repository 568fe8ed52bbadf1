import { Form } from "@remix-run/react";
import { Button, Select, TextInput } from "nhsuk-react-components";
import type { ListPage } from "~/views/list-page.server";

const KINDS = [
  ["told", "was told of this date"],
  ["accepted", "accepted"],
  ["declined", "declined"],
  ["askedToChange", "asked to change the date"],
  ["withdrawn", "was told that this date no longer counts"],
] as const;

const CHANNELS = [
  ["phone", "Phone"],
  ["letter", "Letter"],
  ["largePrintLetter", "Large print letter"],
  ["text", "Text message"],
  ["email", "Email"],
  ["inPerson", "In person"],
] as const;

/** Records what patients were told and what they answered. Answers free no place: a person decides. */
export function ListTell({ page }: { page: ListPage }) {
  const tellable = page.cases.filter(({ provisional }) => !provisional);
  if (!page.may.tell || tellable.length === 0) return null;
  return (
    <section className="app-section app-no-print" aria-labelledby="tell">
      <h2 className="nhsuk-heading-s" id="tell">
        Patients and their date
      </h2>
      <p className="app-measure">
        Letters are printed on{" "}
        <a href={`/weeks/${page.week}/letters?organisation=${page.organisation}`}>the page of letters</a>.
        What is said here is kept with name and time. Who declines keeps the place until somebody moves them.
      </p>
      <Form method="post" className="app-filter">
        <input type="hidden" name="intent" value="notice" />
        <input type="hidden" name="date" value={page.date} />
        <div className="app-filter__fields">
          <Select id="entry" name="entry" label="Patient">
            <Select.Option value="untold">All who are not told yet</Select.Option>
            {tellable.map(({ entry, patient }) => (
              <Select.Option key={entry} value={entry}>
                {patient}
              </Select.Option>
            ))}
          </Select>
          <Choice id="kind" label="What" choices={KINDS} />
          <Choice id="channel" label="How" choices={CHANNELS} />
          <TextInput id="note" name="note" label="Note" width="20" maxLength={500} autoComplete="off" />
          <Button type="submit" preventDoubleClick>
            Record
          </Button>
        </div>
      </Form>
    </section>
  );
}

function Choice({
  id,
  label,
  choices,
}: {
  id: string;
  label: string;
  choices: readonly (readonly [string, string])[];
}) {
  return (
    <Select id={id} name={id} label={label}>
      {choices.map(([value, words]) => (
        <Select.Option key={value} value={value}>
          {words}
        </Select.Option>
      ))}
    </Select>
  );
}
