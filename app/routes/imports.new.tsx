import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import { UploadForm } from "~/components/import/upload-form";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { ProblemSummary } from "~/components/problem-summary";
import { Back } from "~/components/trail";
import { takeUpload } from "~/services/import-upload.server";
import { uploadPage } from "~/views/imports.server";

export const meta = () => pageTitle("Upload a file");

export const loader = guarded("waitingList.import", ({ request, user, scope }) =>
  uploadPage(user, scope, new URL(request.url).searchParams.get("like")),
);

export const action = guarded("waitingList.import", async ({ request, user, scope }) => {
  const answer = await takeUpload(request, user, scope);
  if (answer.kind === "reading") return redirect(`/imports/${answer.id}`);
  return data(answer, { status: 400 });
});

export default function NewImport() {
  const { organisations, megabytes, values } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <Back to="/imports">Imports</Back>
      <ProblemSummary problems={answer?.problems} />
      <div className="app-measure">
        <PageHeading>Upload a file</PageHeading>
        <UploadForm
          organisations={organisations}
          megabytes={megabytes}
          values={answer?.values ?? values}
          problems={answer?.problems}
        />
      </div>
    </>
  );
}
