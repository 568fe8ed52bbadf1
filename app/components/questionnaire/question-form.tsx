import type { QuestionPageView } from "~/views/questionnaire/question-page.server";
import { Field } from "./field";
import { FaultSummary } from "./fault-summary";

interface QuestionFormProps {
  view: QuestionPageView;
  /** Where the list of sections is; pages and the check lie below it. */
  base: string;
}

/** One page of questions: back, what is wrong, the questions, Continue. */
export function QuestionForm({ view, base }: QuestionFormProps) {
  const { fields, changing } = view;
  const back = changing ? `${base}/check` : view.back ? `${base}/questions/${view.back}` : base;
  if (view.doubts.length > 0) return <AreYouSure view={view} base={base} />;
  return (
    <>
      <a className="nhsuk-back-link" href={back}>
        Back
      </a>
      <FaultSummary faults={view.faults} />
      <form method="post" noValidate action={`${base}/questions/${view.page}${changing ? "?change=1" : ""}`}>
        {view.section === view.title ? null : <p className="nhsuk-caption-l app-q-section">{view.section}</p>}
        {fields.length > 1 ? <h1 className="nhsuk-heading-l">{view.title}</h1> : null}
        {fields.map((field) => (
          <Field key={field.name} field={field} heading={fields.length === 1} />
        ))}
        <button className="nhsuk-button" type="submit">
          Continue
        </button>
      </form>
      <p className="nhsuk-body-s">
        <a href={base}>Save and come back later</a>
      </p>
    </>
  );
}

/** The interruption for a number that is likely to be a mistake. */
function AreYouSure({ view, base }: QuestionFormProps) {
  const here = `${base}/questions/${view.page}${view.changing ? "?change=1" : ""}`;
  return (
    <div className="nhsuk-panel nhsuk-panel--interruption">
      <h1 className="nhsuk-panel__heading nhsuk-panel__heading--l">Is this right?</h1>
      <div className="nhsuk-panel__body">
        <p>You told us:</p>
        <ul>
          {view.doubts.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
        <form method="post" action={here}>
          {view.posted.flatMap(([name, values]) =>
            values.map((value) => <input key={name + value} type="hidden" name={name} value={value} />),
          )}
          <button className="nhsuk-button nhsuk-button--reverse" name="sure" value="yes" type="submit">
            Yes, this is right
          </button>{" "}
          <button className="nhsuk-button nhsuk-button--reverse" name="sure" value="change" type="submit">
            No, change it
          </button>
        </form>
      </div>
    </div>
  );
}
