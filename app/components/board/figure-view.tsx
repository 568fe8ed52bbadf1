import { Form, Link, useRevalidator } from "@remix-run/react";
import { Button } from "nhsuk-react-components";
import { useEffect } from "react";
import { dateText } from "~/components/date-text";
import { PageHeading } from "~/components/page-heading";
import { ProgressBar } from "~/components/progress-bar";
import { Back } from "~/components/trail";
import type { FigurePage, FigureShown } from "~/views/figure.server";
import { FigureButton } from "./figure-button";
import { weekPath } from "./week-path";

/** A true figure beside its estimate: being worked out, refused, or there. */
export function FigureView({ page }: { page: FigurePage }) {
  const { run, entry, words, week, estimate, state, sentences, figure } = page;
  const title = `Week of ${dateText(week, "date")}`;
  return (
    <>
      {entry ? (
        <Back to={`/runs/${run}/why/${entry}`}>Why not in the plan</Back>
      ) : (
        <Back to={`${weekPath(page)}#bottlenecks`}>{title}</Back>
      )}
      <PageHeading caption={`True figure, week of ${dateText(week, "date")}`}>{words}</PageHeading>
      {state === "working" ? <Working page={page} /> : null}
      {state === "stopped" || state === "unasked" || state === "unavailable" ? (
        <>
          <p className="app-measure">{state === "stopped" ? "Stopped: it was not worked out." : sentences}</p>
          <FigureButton run={run} ask={page.ask} of={words} />
        </>
      ) : null}
      {state === "refused" ? <Refused sentences={sentences} /> : null}
      {figure ? <Answer figure={figure} estimate={estimate} /> : null}
      {figure === null && estimate ? <p>The estimate is {estimate} points.</p> : null}
      <Others page={page} />
    </>
  );
}

const EVERY_SECONDS = 1;

/** The page looks again by itself, without JavaScript too. */
function Working({ page: { run, ask, seconds } }: { page: FigurePage }) {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const timer = setInterval(revalidate, EVERY_SECONDS * 1000);
    return () => clearInterval(timer);
  }, [revalidate]);
  return (
    <>
      <noscript>
        <meta httpEquiv="refresh" content={String(EVERY_SECONDS)} />
      </noscript>
      <ProgressBar
        id="figure"
        label="Planning the week again, near its plan"
        share={null}
        status="The first figure of a plan takes some seconds, the next about one."
      />
      <p className="app-quiet">{seconds} seconds so far</p>
      <Form method="post" action={`/runs/${run}/figure`}>
        <input type="hidden" name="ask" value={ask} />
        <Button type="submit" name="intent" value="stop" secondary preventDoubleClick>
          Stop
        </Button>
      </Form>
    </>
  );
}

/** What else may be asked of the same list. */
function Others({ page: { run, others } }: { page: FigurePage }) {
  if (others.length === 0) return null;
  return (
    <section className="app-section app-no-print" aria-labelledby="others">
      <h2 className="nhsuk-heading-m" id="others">
        What else may be asked of this list
      </h2>
      <ul className="nhsuk-list app-measure">
        {others.map(({ ask, words }) => (
          <li key={ask} className="app-figure-other">
            <span>{words}</span>
            <FigureButton run={run} ask={ask} of={words} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Refused({ sentences }: { sentences: string[] }) {
  return (
    <>
      <p>
        <strong>It cannot be had.</strong>
      </p>
      <ul className="app-measure">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}

function Answer({ figure, estimate }: { figure: FigureShown; estimate: string | null }) {
  const { change, before, after, bound, sure, seconds, moved } = figure;
  return (
    <>
      <dl className="app-true">
        <dt>True figure, points</dt>
        <dd>{change}</dd>
        <dt>Estimate, points</dt>
        <dd>{estimate ?? "None"}</dd>
        <dt>Score of the plan</dt>
        <dd>{before}</dd>
        <dt>Score with the change</dt>
        <dd>{after}</dd>
        {bound ? (
          <>
            <dt>No plan with it can pass</dt>
            <dd>{bound}</dd>
          </>
        ) : null}
      </dl>
      <p className="app-measure">
        {sure
          ? `The week was planned again near its plan in ${seconds}. What was found is ${sure} with the change.`
          : `Only that day was planned again, in ${seconds}: every other day stands as it is, so the whole week planned again may find more.`}{" "}
        The plan itself stays as it is.
      </p>
      <h2 className="nhsuk-heading-m">Who comes, moves and goes</h2>
      {moved.length === 0 ? (
        <p>Nobody.</p>
      ) : (
        <ul className="app-measure">
          {moved.map(({ key, patient, link, what }) => (
            <li key={key}>
              {link ? <Link to={link}>{patient}</Link> : patient}: {what}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
