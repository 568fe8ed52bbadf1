import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import { today } from "~/clock.server";
import { DateText } from "~/components/date-text";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { CancerTag, PriorityTag } from "~/components/priority-tag";
import { ProblemSummary } from "~/components/problem-summary";
import { ReviewForm } from "~/components/reviews/review-form";
import { dueWords, REVIEW_KIND_WORDS } from "~/components/reviews/review-words";
import { Back } from "~/components/trail";
import { WaitText } from "~/components/wait-text";
import { readForm } from "~/http/form-text";
import { postedFields } from "~/http/posted-fields";
import { notFound } from "~/http/refusal";
import { recordReview } from "~/services/reviews/record-review.server";
import { readReviewForm } from "~/services/reviews/review-form.server";
import { store } from "~/store.server";
import { reviewPage } from "~/views/reviews/review.server";

export const meta = () => pageTitle("Review a patient");

const NOT_FOUND = "There is no patient who is owed a review at the sites where you may review.";
const CHANGED =
  "Somebody recorded a review after you opened the form. Look at it below; send yours if it is still to be recorded";

/** Also after an answer that refuses: what somebody else recorded is shown beside it. */
export const shouldRevalidate = () => true;

export const loader = guarded("review.record", async ({ params, user, scope }) => {
  const page = await reviewPage(user, scope, params.entry ?? "");
  if (!page) throw notFound(NOT_FOUND);
  return page;
});

export const action = guarded("review.record", async ({ request, params, user, scope }) => {
  const page = await reviewPage(user, scope, params.entry ?? "");
  if (!page) throw notFound(NOT_FOUND);
  const form = await readForm(request);
  const typed = postedFields(form);
  const { given, problems } = readReviewForm(form, { ...page, today: today() });
  if (!given) return data({ problems, typed }, { status: 400 });
  const actor = { kind: "user", id: user.id } as const;
  const answer = await recordReview(scope, store(), actor, page.id, given, today());
  if (answer.kind === "changedSince")
    return data({ problems: [{ field: "", message: CHANGED }], typed }, { status: 409 });
  if (answer.kind !== "recorded") throw notFound(NOT_FOUND);
  return redirect("/reviews?recorded");
});

export default function Review() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { due, before } = page;
  return (
    <div className="app-measure">
      <Back to="/reviews">Reviews</Back>
      <ProblemSummary problems={answer?.problems} />
      <PageHeading caption={`${page.name}: ${page.procedure}`}>Review</PageHeading>
      <p className="app-lead">
        <PriorityTag priority={page.priority} /> {page.cancer ? <CancerTag /> : null} Waited{" "}
        <WaitText weeks={page.weeks} />, since <DateText date={page.clockStart} style="date" />.
      </p>
      <p>
        <strong>{dueWords(due)}</strong>: {REVIEW_KIND_WORDS[due.kind].toLowerCase()}, by{" "}
        <DateText date={due.by} style="date" />.
      </p>
      {before.length > 0 ? (
        <>
          <h2 className="nhsuk-heading-s">Reviews before</h2>
          <ul>
            {before.map(({ key, on, by, harm, outcome, note }) => (
              <li key={key}>
                <DateText date={on} style="date" />, {by}: {harm}. {outcome}.
                {note ? <p className="app-said">“{note}”</p> : null}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <ReviewForm page={page} typed={answer?.typed} problems={answer?.problems} />
    </div>
  );
}
