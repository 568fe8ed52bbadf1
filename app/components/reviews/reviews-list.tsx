import { Link } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import { DateText } from "~/components/date-text";
import { EmptyState } from "~/components/empty-state";
import { FilterSelect } from "~/components/filter-fields";
import { FilterForm } from "~/components/filter-form";
import { Figure, Figures } from "~/components/figures";
import { Pages } from "~/components/pages";
import { CancerTag, PriorityTag } from "~/components/priority-tag";
import { WaitText } from "~/components/wait-text";
import { REVIEW_KINDS } from "~/domain/perioperative/review/long-wait-review";
import type { ReviewsPage } from "~/views/reviews/reviews.server";
import { reviewsAddress } from "./reviews-query";
import { dueWords, REVIEW_KIND_WORDS, REVIEW_STATE_WORDS } from "./review-words";

interface PartProps {
  page: ReviewsPage;
}

/** How many are overdue, due, coming up and done; each number leads to them. */
export function ReviewFigures({ page: { counts, query } }: PartProps) {
  const to = (state: keyof typeof REVIEW_STATE_WORDS) => reviewsAddress({ ...query, state, page: 1 });
  return (
    <Figures label="Reviews">
      <Figure
        value={counts.overdue}
        label={REVIEW_STATE_WORDS.overdue}
        tone={counts.overdue > 0 ? "attention" : undefined}
        to={to("overdue")}
      />
      <Figure value={counts.due} label={REVIEW_STATE_WORDS.due} to={to("due")} />
      <Figure
        value={counts.upcoming}
        label={REVIEW_STATE_WORDS.upcoming}
        note="In 28 days"
        to={to("upcoming")}
      />
      <Figure
        value={counts.done}
        label={REVIEW_STATE_WORDS.done}
        note="In the last 28 days"
        to={to("done")}
      />
    </Figures>
  );
}

export function ReviewFilters({ page: { query, sites } }: PartProps) {
  const states = Object.entries(REVIEW_STATE_WORDS).map(([value, text]) => ({ value, text }));
  const kinds = REVIEW_KINDS.map((value) => ({ value, text: REVIEW_KIND_WORDS[value] }));
  return (
    <FilterForm label="Filters of the reviews" resetTo="/reviews">
      <FilterSelect name="state" label="State" choices={states} value={query.state} />
      <FilterSelect name="kind" label="Why" choices={kinds} value={query.kind} />
      {sites.length > 1 ? <FilterSelect name="site" label="Site" choices={sites} value={query.site} /> : null}
    </FilterForm>
  );
}

/** Who is owed a review, the latest first. */
export function OwedReviews({ page }: PartProps) {
  const { rows, total, query, mayReview } = page;
  if (query.state === "done") return null;
  if (rows.length === 0)
    return (
      <EmptyState heading="No review stands here">
        <p>Take a filter away, or look at what was done.</p>
      </EmptyState>
    );
  return (
    <section className="app-section" aria-labelledby="owed">
      <h2 className="nhsuk-heading-s" id="owed">
        To review
      </h2>
      <DataTable caption="Patients to review" captionHidden rows>
        <thead>
          <tr>
            <th scope="col">Patient</th>
            <th scope="col">Operation</th>
            <th scope="col">Waits</th>
            <th scope="col">Review by</th>
            <th scope="col">Last review</th>
            {mayReview.length > 0 ? (
              <th scope="col" className="app-no-print">
                Do
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link to={`/waiting-list/${row.id}`}>{row.name}</Link>
              </th>
              <td data-label="Operation">
                {row.procedure}
                <span className="app-cell-note">{row.siteName}</span>
              </td>
              <td data-label="Waits">
                <WaitText weeks={row.weeks} />
                <span className="app-cell-note">
                  <PriorityTag priority={row.priority} /> {row.cancer ? <CancerTag /> : null}
                </span>
              </td>
              <td data-label="Review by">
                <DateText date={row.due.by} style="brief" />
                <span className="app-cell-note">
                  {row.due.state === "overdue" ? <strong>{dueWords(row.due)}</strong> : dueWords(row.due)} ·{" "}
                  {REVIEW_KIND_WORDS[row.due.kind].toLowerCase()}
                </span>
              </td>
              <td data-label="Last review">
                {row.last ? (
                  <>
                    <DateText date={row.last.on} style="brief" />
                    <span className="app-cell-note">{row.last.words}</span>
                  </>
                ) : (
                  "None yet"
                )}
              </td>
              {mayReview.length > 0 ? (
                <td data-label="Do" className="app-no-print">
                  <Link to={`/reviews/${row.id}`}>
                    Review<span className="nhsuk-u-visually-hidden"> {row.name}</span>
                  </Link>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </DataTable>
      <Pages
        page={query.page}
        pageSize={25}
        total={total}
        noun="patients"
        hrefOf={(number) => reviewsAddress({ ...query, page: number })}
      />
    </section>
  );
}

/** What was done of late: who, what was found, what follows. */
export function DoneReviews({ page: { done, counts, query } }: PartProps) {
  if (query.state !== null && query.state !== "done") return null;
  return (
    <section className="app-section" aria-labelledby="done">
      <h2 className="nhsuk-heading-s" id="done">
        Done in the last 28 days
        {counts.done > done.length ? `: the last ${done.length} of ${counts.done}` : ""}
      </h2>
      {done.length === 0 ? (
        <p>None yet.</p>
      ) : (
        <DataTable caption="Reviews done" captionHidden rows>
          <thead>
            <tr>
              <th scope="col">Patient</th>
              <th scope="col">Reviewed</th>
              <th scope="col">Harm</th>
              <th scope="col">What follows</th>
              <th scope="col">Next by</th>
            </tr>
          </thead>
          <tbody>
            {done.map((row) => (
              <tr key={row.key}>
                <th scope="row">
                  <Link to={`/waiting-list/${row.id}`}>{row.name}</Link>
                </th>
                <td data-label="Reviewed">
                  <DateText date={row.on} style="brief" />
                  <span className="app-cell-note">{row.by}</span>
                </td>
                <td data-label="Harm">{row.harm}</td>
                <td data-label="What follows">
                  {row.outcome}
                  {row.note ? <span className="app-cell-note">{row.note}</span> : null}
                </td>
                <td data-label="Next by">
                  {row.next ? <DateText date={row.next} style="brief" /> : "As the settings ask"}
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
    </section>
  );
}

/** The borders that count, and where they come from. */
export function ReviewRules({ page: { rules } }: PartProps) {
  return (
    <div className="app-measure">
      {rules.map(({ sites, settings }) => (
        <p key={sites}>
          {rules.length > 1 ? `${sites}: o` : "O"}ver {settings.longReviewWeeks} weeks from clock start, a
          review every {settings.longReviewDays} days; over {settings.cancerReviewAfterDays} days on a cancer
          pathway, every {settings.cancerReviewDays} days.
        </p>
      ))}
      <p>
        NHS England’s planning guidance of April 2022 says over 52 weeks, its delivery plan of February 2022
        over 18 months. The stricter one is the default, and <Link to="/settings">the settings</Link> say
        both.
      </p>
    </div>
  );
}
