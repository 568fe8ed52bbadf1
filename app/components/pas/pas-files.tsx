import { Form } from "@remix-run/react";
import { Button, FileUpload } from "nhsuk-react-components";
import { DataTable } from "~/components/data-table";
import { problemOf, type Problem } from "~/components/problem-summary";
import type { PasPage } from "~/views/pas.server";

/** Make a file, take one back, and what became of those so far. */
export function PasFiles({ page, problems }: { page: PasPage; problems?: Problem[] }) {
  const action = `/pas?index&organisation=${encodeURIComponent(page.organisation)}`;
  return (
    <section className="app-section">
      <div className="app-buttons">
        <Form method="post" action={action}>
          <Button type="submit" disabled={page.next === 0} preventDoubleClick>
            {page.next === 1 ? "Make a file with 1 change" : `Make a file with ${page.next} changes`}
          </Button>
        </Form>
      </div>
      {/* The page is loaded anew: the file field's scripts rebuild it, and React would not find its place again. */}
      <Form method="post" action={action} encType="multipart/form-data" className="app-filter" reloadDocument>
        <FileUpload
          id="file"
          name="file"
          label="Return file"
          hint="CSV: the file to apply, with state (done or failed) and message filled in"
          accept=".csv,text/csv"
          error={problemOf(problems, "file")}
        />
        <Button type="submit" secondary preventDoubleClick>
          Take the return file in
        </Button>
      </Form>
      {page.files.length > 0 ? <Files page={page} /> : null}
    </section>
  );
}

function Files({ page: { files } }: { page: PasPage }) {
  return (
    <DataTable caption="Files so far, latest first" rows>
      <thead>
        <tr>
          <th scope="col">Made</th>
          <th scope="col">Open</th>
          <th scope="col">Done</th>
          <th scope="col">Failed</th>
          <th scope="col">Last returned</th>
          <th scope="col">File</th>
        </tr>
      </thead>
      <tbody>
        {files.map(({ id, words, open, done, failed, returned }) => (
          <tr key={id}>
            <th scope="row">{words}</th>
            <td data-label="Open">{open}</td>
            <td data-label="Done">{done}</td>
            <td data-label="Failed">{failed}</td>
            <td data-label="Last returned">{returned || "Not yet"}</td>
            <td data-label="File">
              <a href={`/pas/${id}/csv`}>
                Download<span className="nhsuk-u-visually-hidden"> the file of {words}</span>
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
