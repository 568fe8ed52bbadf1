import { Link, useLoaderData } from "@remix-run/react";
import { Button } from "nhsuk-react-components";
import { guarded } from "~/auth/guard.server";
import { DataTable } from "~/components/data-table";
import { InstantText } from "~/components/date-text";
import { EmptyState } from "~/components/empty-state";
import { KIND_WORDS } from "~/components/import/import-words";
import { StateTag } from "~/components/import/state-tag";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { importsPage } from "~/views/imports.server";

export const meta = () => pageTitle("Imports");

export const loader = guarded("import.view", async ({ user, scope }) => ({
  ...(await importsPage(scope)),
  mayImport: user.may("waitingList.import"),
}));

const COLUMNS = ["new", "changed", "same", "gone", "drift", "faults", "warnings"] as const;
const HEADS = ["New", "Changed", "Unchanged", "Gone", "Drift", "Faults", "Warnings"];

export default function Imports() {
  const { imports, most, mayImport } = useLoaderData<typeof loader>();
  const upload = (
    <Button asElement={Link} to="/imports/new" href="/imports/new" small>
      Upload a file
    </Button>
  );
  return (
    <>
      <PageHeading actions={mayImport ? upload : undefined}>Imports</PageHeading>
      {imports.length === 0 ? (
        <EmptyState heading="Nothing was imported yet">
          <p>Waiting lists, theatre sessions, beds and equipment come from files.</p>
        </EmptyState>
      ) : (
        <DataTable
          caption={
            imports.length < most ? `${imports.length} imports, latest first` : `The latest ${most} imports`
          }
        >
          <thead>
            <tr>
              <th scope="col">Upload</th>
              <th scope="col">State</th>
              <th scope="col">Who and when</th>
              {HEADS.map((head) => (
                <th key={head} scope="col" className="app-number">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {imports.map(({ id, kind, state, fileName, sites, by, at, counts }) => (
              <tr key={id}>
                <th scope="row">
                  <Link to={`/imports/${id}`}>
                    {KIND_WORDS[kind].name}
                    <span className="nhsuk-u-visually-hidden">
                      {" "}
                      of {by}, {fileName}
                    </span>
                  </Link>
                  <span className="app-cell-note app-break">
                    {fileName} for {sites.join(", ")}
                  </span>
                </th>
                <td>
                  <StateTag state={state} />
                </td>
                <td>
                  {by}
                  <span className="app-cell-note">
                    <InstantText at={new Date(at)} />
                  </span>
                </td>
                {COLUMNS.map((column) => (
                  <td key={column} className="app-number">
                    {counts[column].toLocaleString("en-GB")}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
    </>
  );
}
