import { Form, Link } from "@remix-run/react";
import { Button, FileUpload, Radios, TextInput } from "nhsuk-react-components";
import { DataTable } from "~/components/data-table";
import { Notice } from "~/components/notice";
import { PART_WORDS } from "~/components/schedule/session-life-words";
import { LEAVE_PARTS } from "~/domain/leave";
import { problemOf, type Problem } from "~/components/problem-summary";
import { counted } from "~/domain/figure-words";
import type { Fault } from "~/domain/fault";

/** Chooses a file of leave, and whose calendar it is. */
export function LeaveFileForm({ problems }: { problems?: Problem[] }) {
  return (
    // The page is loaded anew: the file field's scripts rebuild it, and React would not find its place again.
    <Form method="post" encType="multipart/form-data" noValidate reloadDocument>
      <FileUpload
        id="file"
        name="file"
        accept=".csv,.ics,text/csv,text/calendar"
        label="The file"
        labelProps={{ size: "s" }}
        error={problemOf(problems, "file")}
      />
      <fieldset className="nhsuk-fieldset">
        <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--m">For a calendar</legend>
        <TextInput
          id="person"
          name="person"
          label="Code of the person whose calendar it is"
          labelProps={{ size: "s" }}
          hint="Empty: the title of each event names one code that sessions name"
          width="10"
          autoComplete="off"
          spellCheck={false}
          error={problemOf(problems, "person")}
        />
        <Radios
          id="role"
          name="role"
          legend="Away as"
          legendProps={{ size: "s" }}
          error={problemOf(problems, "role")}
          small
        >
          {LEAVE_PARTS.map((role) => (
            <Radios.Item key={role} value={role}>
              {PART_WORDS[role]}
            </Radios.Item>
          ))}
        </Radios>
        <TextInput
          id="titleWord"
          name="titleWord"
          label="Only events whose title has this word"
          labelProps={{ size: "s" }}
          hint="Such as leave. Empty: every event counts as leave. Titles are not kept"
          width="10"
          autoComplete="off"
          error={problemOf(problems, "titleWord")}
        />
      </fieldset>
      <Button type="submit" preventDoubleClick>
        Import leave
      </Button>
    </Form>
  );
}

interface ResultProps {
  answer: {
    imported: { added: number; same: number; withdrawn: number };
    rejected: Fault[];
    fileName: string;
  };
}

/** What a file changed, and what of it could not be read. */
export function LeaveFileResult({ answer: { imported, rejected, fileName } }: ResultProps) {
  const { added, same, withdrawn } = imported;
  // A file whose every line was left out is no success, though it was read to its end.
  const nothing = added + same + withdrawn === 0 && rejected.length > 0;
  return (
    <>
      <Notice success={!nothing}>
        {nothing ? "No leave was added. " : null}
        {fileName}: {counted(added, "leave")} added, {same} there already, {withdrawn} withdrawn.
      </Notice>
      <p>
        <Link to="/leave">See all leave and the sessions it hits</Link>
      </p>
      {rejected.length > 0 ? (
        <DataTable caption={`${counted(rejected.length, "fault")}: left out, the rest was read`}>
          <thead>
            <tr>
              <th scope="col" className="app-number">
                Line
              </th>
              <th scope="col">Column</th>
              <th scope="col">Value</th>
              <th scope="col">What is wrong</th>
            </tr>
          </thead>
          <tbody>
            {rejected.map(({ row, column, value, message }) => (
              <tr key={`${row} ${column} ${message}`}>
                <th scope="row" className="app-number">
                  {row}
                </th>
                <td>{column}</td>
                <td>{value || "Empty"}</td>
                <td>{message}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      ) : null}
    </>
  );
}
