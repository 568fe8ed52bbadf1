import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import { ChangesTable } from "~/components/import/changes-table";
import { Decision } from "~/components/import/decision";
import { FaultsTable } from "~/components/import/faults-table";
import { KIND_WORDS } from "~/components/import/import-words";
import { LeftOut } from "~/components/import/left-out";
import { ShowLinks } from "~/components/import/show-links";
import { StateTag } from "~/components/import/state-tag";
import { StateWords } from "~/components/import/state-words";
import { StillRunning } from "~/components/import/still-running";
import { Tiles } from "~/components/import/tiles";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { Pages } from "~/components/pages";
import { ProblemSummary } from "~/components/problem-summary";
import { Back } from "~/components/trail";
import { formText, readForm } from "~/http/form-text";
import { badRequest, notFound } from "~/http/refusal";
import { confirmUpload, leaveUpload } from "~/services/import-confirm.server";
import { importPage } from "~/views/import-page.server";

export const meta = () => pageTitle("Import");

const NO_IMPORT = "There is no such import on your sites.";

export const loader = guarded("import.view", async ({ request, params, user, scope }) => {
  const page = await importPage(user, scope, params.id ?? "", new URL(request.url).searchParams);
  if (page === null) throw notFound(NO_IMPORT);
  return page;
});

export const action = guarded("waitingList.import", async ({ request, params, user, scope }) => {
  const id = params.id ?? "";
  const form = await readForm(request);
  const task = formText(form, "task");
  if (task !== "confirm" && task !== "leave")
    throw badRequest("This form holds no task that the page knows.");
  const answer =
    task === "leave"
      ? await leaveUpload(user, scope, id)
      : await confirmUpload(user, scope, id, formText(form, "acceptsGone") === "yes");
  if (answer.kind === "notFound") throw notFound(NO_IMPORT);
  if (answer.kind === "problems") return data({ problems: answer.problems }, { status: 400 });
  // Whatever came of it, the page of the import says so: confirmed, left, or changed by whom and when.
  return redirect(`/imports/${id}`);
});

export default function ImportDetail() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { id, kind, state, writing, fileName, sites, by, at } = page;
  const running = state === "reading" || writing;
  return (
    <>
      <Back to="/imports">Imports</Back>
      <ProblemSummary problems={answer?.problems} />
      <PageHeading
        caption={KIND_WORDS[kind].name}
        actions={<StateTag state={writing ? "applying" : state} />}
      >
        {running ? "The file is being worked on" : state === "uploaded" ? "What would change" : "Import"}
      </PageHeading>
      <p className="app-break">
        {fileName}, uploaded by {by} on {at}. It speaks for {sites.join(", ")}; other sites are not touched.
      </p>
      {running ? (
        <StillRunning
          id={id}
          label={
            writing ? "Writing the changes to the list" : "Reading the file and comparing it with the list"
          }
          status={
            writing ? "All of it will be written, or nothing." : "Nothing changes before you confirm it."
          }
        />
      ) : (
        <Compared page={page} problems={answer?.problems} />
      )}
    </>
  );
}

interface ComparedProps {
  page: ReturnType<typeof useLoaderData<typeof loader>>;
  problems?: { field: string; message: string }[];
}

function Compared({ page, problems }: ComparedProps) {
  const { id, kind, state, counts, leftOut, farFewer, since, closed, mayImport } = page;
  const open = state === "uploaded" && since === null;
  return (
    <>
      <StateWords {...{ id, state, counts, closed, since, mayImport }} />
      {state === "refused" || state === "interrupted" ? null : (
        <Tiles id={id} counts={counts} farFewer={open && farFewer} />
      )}
      <LeftOut kind={kind} columns={leftOut} confirmed={state === "confirmed"} />
      {open && mayImport ? <Decision {...{ kind, counts, farFewer, problems }} /> : null}
      {state === "interrupted" ? null : <Rows page={page} />}
    </>
  );
}

function Rows({ page }: Pick<ComparedProps, "page">) {
  const { id, kind, counts, shown, total, changes, faults, pageSize } = page;
  const isFault = shown === "faults" || shown === "warnings";
  return (
    <section aria-labelledby="rows" className="nhsuk-u-margin-top-5">
      <h2 className="nhsuk-heading-m" id="rows">
        Row by row
      </h2>
      <ShowLinks id={id} shown={shown} counts={counts} />
      {counts.faults + counts.warnings > 0 ? (
        <p>
          <a href={`/imports/${id}/faults.csv`} download>
            Download faults and warnings (CSV)
          </a>
        </p>
      ) : null}
      {total === 0 ? (
        <p>None.</p>
      ) : isFault ? (
        <FaultsTable
          caption={
            shown === "faults" ? "Faults: these rows were left out" : "Warnings: these rows were taken"
          }
          faults={faults}
        />
      ) : (
        <ChangesTable kind={kind} shown={shown} changes={changes} />
      )}
      <Pages
        page={page.page}
        pageSize={pageSize}
        total={total}
        noun="rows"
        hrefOf={(number) => `/imports/${id}?show=${shown}&page=${number}#rows`}
      />
    </section>
  );
}
