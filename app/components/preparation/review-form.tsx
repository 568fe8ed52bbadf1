import { Form, Link } from "@remix-run/react";
import { Button, Checkboxes, Radios, Textarea } from "nhsuk-react-components";
import { DateText, dateText } from "~/components/date-text";
import { problemOf } from "~/components/problem-summary";
import { SEEN_WORDS } from "~/components/triage/triage-words";
import { SEEN_BY } from "~/domain/perioperative/decision";
import { earliestReady } from "~/domain/perioperative/preparation/plan";
import { AddActions } from "./review-added";
import { ReviewItem } from "./review-item";
import type { ReviewProps } from "./review-props";

/** The whole plan in one form: each action, what is added, what the planner counts, and whether the patient is told. */
export function ReviewForm(props: ReviewProps) {
  const { page, typed, problems } = props;
  const { base, assessment, readinessBase, surgeryOn, shown, content } = page;
  return (
    <Form method="post" noValidate>
      {Object.entries({ base, assessment, readinessBase, surgeryOn: surgeryOn ?? "", shown }).map(
        ([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ),
      )}
      {(["before", "after"] as const).map((phase) => (
        <section key={phase} className="app-section">
          <h2 className="nhsuk-heading-m">{phase === "before" ? "Before surgery" : "After surgery"}</h2>
          {content.items
            .filter((item) => item.phase === phase)
            .map((item) => (
              <ReviewItem key={item.id} item={item} {...props} />
            ))}
        </section>
      ))}
      <AddActions {...props} />
      <Planner {...props} />
      {base > 0 ? (
        <Textarea
          id="reason"
          name="reason"
          label="Why does the plan change?"
          labelProps={{ size: "s" }}
          rows={2}
          defaultValue={typed.reason ?? ""}
          error={problemOf(problems, "reason")}
        />
      ) : null}
      <Checkboxes id="tell" name="tell" legend="The patient" legendProps={{ size: "s" }} small>
        <Checkboxes.Item value="yes" defaultChecked={typed.base === undefined || typed.tell === "yes"}>
          Tell the patient by message that their plan is on their page
        </Checkboxes.Item>
      </Checkboxes>
      <div className="app-buttons">
        <Button type="submit" preventDoubleClick>
          Confirm the plan
        </Button>
        <Link to={`/triage/${page.patient.id}/plan`}>Cancel</Link>
      </div>
    </Form>
  );
}

/** What the planner counts from now on. */
function Planner({ page, typed, problems }: ReviewProps) {
  const { readiness, toRead } = page;
  const decided = readiness.screening === "fit" || readiness.screening === "unfit";
  const ready = earliestReady(page.content.items);
  const chosen = typed.optimise ?? (decided || ready === null ? "no" : "");
  return (
    <section className="app-section">
      <h2 className="nhsuk-heading-m">The planner</h2>
      <Radios
        id="optimise"
        name="optimise"
        legend="What counts for the planner?"
        legendProps={{ size: "s" }}
        hint={
          ready === null
            ? "No action here blocks"
            : `The actions that block are due by ${dateText(ready, "date")}, as the plan stands above`
        }
        error={problemOf(problems, "optimise")}
        small
      >
        <Radios.Item value="yes" defaultChecked={chosen === "yes"}>
          Being made ready until then: no date before it
        </Radios.Item>
        <Radios.Item value="no" defaultChecked={chosen === "no"}>
          Leave it as it is: {readiness.screening.replace("_", " ")}
          {readiness.fitFrom ? (
            <>
              , from <DateText date={readiness.fitFrom} style="brief" />
            </>
          ) : null}
          {readiness.fitUntil ? (
            <>
              , until <DateText date={readiness.fitUntil} style="brief" />
            </>
          ) : null}
        </Radios.Item>
      </Radios>
      <Radios
        id="seen"
        name="seen"
        legend="How have you seen the patient?"
        legendProps={{ size: "s" }}
        hint="Needed only where readiness changes"
        error={problemOf(problems, "seen")}
        small
      >
        {SEEN_BY.map((seen) => (
          <Radios.Item key={seen} value={seen} defaultChecked={(typed.seen ?? page.seen) === seen}>
            {SEEN_WORDS[seen]}
          </Radios.Item>
        ))}
      </Radios>
      {toRead.length > 0 ? (
        <Checkboxes
          id="read"
          name="read"
          legend="What the patient wrote"
          legendProps={{ size: "s" }}
          hint={toRead.map(({ question, text }) => `${question} ${text}`).join(" / ")}
          error={problemOf(problems, "read")}
          small
        >
          <Checkboxes.Item value="yes">I have read it</Checkboxes.Item>
        </Checkboxes>
      ) : null}
    </section>
  );
}
