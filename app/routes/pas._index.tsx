import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { guarded, requireAlso, type GuardedArgs } from "~/auth/guard.server";
import { both } from "~/auth/both";
import { today } from "~/clock.server";
import { Notice } from "~/components/notice";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { PasFiles } from "~/components/pas/pas-files";
import { PasGroups } from "~/components/pas/pas-groups";
import { PasReturnAnswer } from "~/components/pas/pas-return-answer";
import { ProblemSummary } from "~/components/problem-summary";
import { notFound } from "~/http/refusal";
import { makePasFile } from "~/services/pas/make-pas-file.server";
import { takeReturnUpload } from "~/services/pas/return-upload.server";
import { store } from "~/store.server";
import { pasPage } from "~/views/pas.server";
import { organisationShown } from "~/views/week-choice.server";

export const meta = () => pageTitle("Changes for the PAS");

async function asked({ request, user, scope }: GuardedArgs) {
  const own = both(scope, await requireAlso(user, "patient.view"));
  const organisation = organisationShown(own, new URL(request.url).searchParams);
  if (organisation === null) throw notFound("There is no such organisation among yours.");
  return { scope: own, organisation };
}

/** Also after an answer that refuses: what somebody else changed is shown beside it. */
export const shouldRevalidate = () => true;

export const loader = guarded("list.publish", async (args) => {
  const { scope, organisation } = await asked(args);
  return pasPage(args.user, scope, organisation, today());
});

export const action = guarded("list.publish", async (args) => {
  const { scope, organisation } = await asked(args);
  const actor = { kind: "user", id: args.user.id } as const;
  const type = args.request.headers.get("Content-Type") ?? "";
  if (type.startsWith("multipart/form-data")) {
    const answer = await takeReturnUpload(args.request, scope, store(), actor, organisation);
    // Rows without a fault count, so only a file of which nothing counts is refused.
    const status = "problems" in answer || isRefused(answer.returned) ? 400 : 200;
    return data({ problems: undefined, returned: undefined, ...answer }, { status });
  }
  const outcome = await makePasFile(scope, store(), actor, { organisation, today: today() });
  const query = `organisation=${encodeURIComponent(organisation)}`;
  if (outcome.kind === "made") return redirect(`/pas?${query}&made=${outcome.rows}`);
  const message =
    "There is nothing to apply: everything is the same, or in a file that was not returned yet.";
  return data({ problems: [{ field: "", message }], returned: undefined }, { status: 409 });
});

const isRefused = ({ done, failed, same }: { done: number; failed: number; same: number }) =>
  done + failed + same === 0;

export default function Pas() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const made = search.get("made");
  return (
    <>
      {made && !answer ? (
        <Notice success>A file with {made} changes was made. Download it below.</Notice>
      ) : null}
      <ProblemSummary problems={answer?.problems} />
      <PageHeading>Changes for the patient administration system</PageHeading>
      <p className="app-measure">
        What published lists say and the last import does not yet. A file holds each change once; its return
        file says which were done, so that nobody types a date twice.
      </p>
      {answer?.returned ? <PasReturnAnswer returned={answer.returned} /> : null}
      <PasFiles page={page} problems={answer?.problems} />
      <PasGroups page={page} />
    </>
  );
}
