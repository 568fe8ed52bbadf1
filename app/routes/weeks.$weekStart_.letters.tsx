import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import { dateText } from "~/components/date-text";
import { LettersChoice } from "~/components/lists/letters-choice";
import { WeekPapers } from "~/components/lists/week-papers";
import { Notice } from "~/components/notice";
import { pageTitle } from "~/components/page-title";
import { ProblemSummary } from "~/components/problem-summary";
import { readForm } from "~/http/form-text";
import { recordLetters } from "~/services/lists/record-letters.server";
import { store } from "~/store.server";
import { lettersPage } from "~/views/letters.server";
import { weekWithPatients } from "~/views/week-asked.server";

export const meta = ({ data: page }: { data?: Awaited<ReturnType<typeof loader>> }) =>
  pageTitle(page && "week" in page ? `Letters, week of ${dateText(page.week, "date")}` : "Letters");

/** Also after an answer that refuses: what somebody else changed is shown beside it. */
export const shouldRevalidate = () => true;

export const loader = guarded("patient.tell", async (args) => lettersPage(await weekWithPatients(args)));

export const action = guarded("patient.tell", async (args) => {
  const asked = await weekWithPatients(args);
  const outcome = await recordLetters(
    asked.scope,
    store(),
    { kind: "user", id: asked.user.id },
    {
      form: await readForm(args.request),
      today: asked.today,
    },
  );
  if (outcome.kind === "problem")
    return data({ problems: [{ field: "", message: outcome.sentence }] }, { status: outcome.status });
  const query = `organisation=${encodeURIComponent(asked.organisation)}&sent=${outcome.letters}`;
  return redirect(`/weeks/${asked.week}/letters?${query}`);
});

export default function Letters() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const sent = search.get("sent");
  return (
    <>
      {sent && !answer ? <Notice success>Recorded as told by letter: {sent}.</Notice> : null}
      <ProblemSummary problems={answer?.problems} />
      <WeekPapers page={page} here="letters" heading="Letters to patients" />
      <LettersChoice page={page} />
    </>
  );
}
