import { useLoaderData } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import { Notice } from "~/components/notice";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import {
  DoneReviews,
  OwedReviews,
  ReviewFigures,
  ReviewFilters,
  ReviewRules,
} from "~/components/reviews/reviews-list";
import { readReviewsQuery } from "~/components/reviews/reviews-query";
import { reviewsPage } from "~/views/reviews/reviews.server";

export const meta = () => pageTitle("Reviews");

export const loader = guarded("triage.view", async ({ request, user, scope }) => {
  const search = new URL(request.url).searchParams;
  return {
    page: await reviewsPage(user, scope, readReviewsQuery(search)),
    recorded: search.has("recorded"),
  };
});

export default function Reviews() {
  const { page, recorded } = useLoaderData<typeof loader>();
  return (
    <>
      {recorded ? <Notice success>The review was recorded</Notice> : null}
      <PageHeading caption="Who has waited long, and who looked at them">Reviews</PageHeading>
      <ReviewFigures page={page} />
      <ReviewFilters page={page} />
      <OwedReviews page={page} />
      <DoneReviews page={page} />
      <ReviewRules page={page} />
    </>
  );
}
