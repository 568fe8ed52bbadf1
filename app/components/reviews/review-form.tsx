import { Form, Link } from "@remix-run/react";
import { Button, Textarea } from "nhsuk-react-components";
import { ChoiceField } from "~/components/choice-field";
import { DayField } from "~/components/day-field";
import { problemOf, type Problem } from "~/components/problem-summary";
import { HARMS, REVIEW_OUTCOMES } from "~/domain/perioperative/review/long-wait-review";
import { harmWords, reviewOutcomeWords } from "~/facts/review-outcomes";
import type { ReviewPage } from "~/views/reviews/review.server";

interface ReviewFormProps {
  page: ReviewPage;
  /** What was typed when the form was not accepted. */
  typed: Readonly<Record<string, readonly string[]>> | undefined;
  problems?: Problem[];
}

/** One form for a review: when, whether the wait did harm, what follows, and when to look again. */
export function ReviewForm({ page, typed, problems }: ReviewFormProps) {
  const held = (name: string) => typed?.[name]?.[0] ?? "";
  return (
    <Form method="post" noValidate>
      <input type="hidden" name="base" value={page.base} />
      <DayField
        name="reviewedOn"
        legend="When was the patient reviewed?"
        typed={typed}
        given={typed ? null : page.today}
        error={problemOf(problems, "reviewedOn")}
      />
      <ChoiceField
        name="harm"
        legend="Has the wait harmed the patient?"
        hint="Report harm in your hospital's own way as well."
        values={HARMS}
        wordsOf={harmWords}
        held={held("harm")}
        error={problemOf(problems, "harm")}
      />
      <ChoiceField
        name="outcome"
        legend="What follows?"
        hint="The patient keeps their place, whatever you choose."
        values={REVIEW_OUTCOMES}
        wordsOf={reviewOutcomeWords}
        held={held("outcome")}
        error={problemOf(problems, "outcome")}
      />
      <Textarea
        id="note"
        name="note"
        label="What was found"
        labelProps={{ size: "s" }}
        hint="Needed where harm was found or cannot be told."
        rows={3}
        defaultValue={held("note")}
        error={problemOf(problems, "note")}
      />
      <DayField
        name="nextOn"
        legend="Next review, if it is to be sooner"
        hint={`Leave empty for the next one in ${page.everyDays} days`}
        typed={typed}
        error={problemOf(problems, "nextOn")}
      />
      <div className="app-buttons">
        <Button type="submit" preventDoubleClick>
          Record the review
        </Button>
        <Link to="/reviews">Cancel</Link>
      </div>
    </Form>
  );
}
