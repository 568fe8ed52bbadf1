import { Link } from "@remix-run/react";
import { Tag } from "nhsuk-react-components";
import type { ReactNode } from "react";
import { DateText } from "~/components/date-text";
import type { HubShown } from "~/views/triage/card-result.server";
import type { CardPage } from "~/views/triage/card.server";
import type { HubLimit } from "~/domain/perioperative/hub-limits";
import {
  DAY_CASE_WORDS,
  HUB_WORDS,
  LIMIT_WORDS,
  REOPENED_WORDS,
  RISK_WORDS,
  ROUTE_WORDS,
  STATE_WORDS,
} from "./triage-words";

/** Where the patient stands, and what the rules suggest, in a few lines. */
export function Standing({ page }: { page: CardPage }) {
  const { state, reopened, readiness, dated, dateClash, result } = page;
  return (
    <dl className="app-triage-standing">
      <Fact name="Stands">
        <Tag modifier={state === "low" || state === "fit" ? "green" : state === "unfit" ? "red" : "white"}>
          {STATE_WORDS[state]}
        </Tag>{" "}
        {reopened ? `${REOPENED_WORDS[reopened]}. ` : null}
        {readiness.fitFrom && state === "optimising" ? (
          <>
            until <DateText date={readiness.fitFrom} style="brief" />
          </>
        ) : null}
        {readiness.fitUntil && state === "fit" ? (
          <>
            until <DateText date={readiness.fitUntil} style="brief" />
          </>
        ) : null}
      </Fact>
      <Fact name="Has a date">
        {dated ? "Yes" : "No"}
        {dateClash === null ? null : <strong className="app-late">, {dateClash}</strong>}
      </Fact>
      {result ? (
        <>
          <Fact name="Suggested">
            {result.lowRisk ? "Low risk: no face-to-face assessment. " : null}
            {ROUTE_WORDS[result.asked]}
          </Fact>
          <Fact name="Risk band">
            {RISK_WORDS[result.risk]}
            {result.openAnswers > 0 ? " so far: it may be more, as answers are not known" : null}
          </Fact>
          <Fact name="Day case">{DAY_CASE_WORDS[result.dayCase]}</Fact>
        </>
      ) : (
        <Fact name="Suggested">Nothing yet: no answers have come in</Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** What cannot wait. */
export function UrgentLines({ urgent }: { urgent: string[] }) {
  if (urgent.length === 0) return null;
  return (
    <div className="nhsuk-warning-callout">
      <h2 className="nhsuk-warning-callout__label">Urgent</h2>
      <ul>
        {urgent.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </div>
  );
}

/** What is not known, and what the patient wrote: for a person, before anything is decided. */
export function ForAPerson({ page: { unknown: notKnown, toRead, answers } }: { page: CardPage }) {
  const both = answers.flatMap(({ lines }) => lines).filter(({ elsewhere }) => elsewhere.length > 0);
  const unknown = notKnown.filter((words) => both.every(({ question }) => question !== words));
  if (unknown.length + both.length + toRead.length === 0) return null;
  return (
    <section id="ask">
      <h2 className="nhsuk-heading-s">To ask and to read</h2>
      {unknown.length > 0 ? (
        <>
          <p>Not known. Ask the patient; not known is never no:</p>
          <ul>
            {unknown.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </>
      ) : null}
      {both.length > 0 ? (
        <>
          <p>Answered both ways. Ask the patient which is right; until then it counts as not known:</p>
          <ul>
            {both.map(({ id, question, answer, elsewhere }) => (
              <li key={id}>
                {question} “{answer}”, and on another page “{elsewhere.join("”, “")}”
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {toRead.map(({ question, text }) => (
        <figure key={question} className="app-triage-words">
          <figcaption>{question}</figcaption>
          <blockquote>{text}</blockquote>
        </figure>
      ))}
    </section>
  );
}

/** How each hub suits, and why not. */
export function Hubs({ hubs }: { hubs: HubShown[] }) {
  if (hubs.length === 0) return null;
  return (
    <section className="app-section" id="hubs">
      <h2 className="nhsuk-heading-s">Surgical hubs</h2>
      <ul>
        {hubs.map(({ site, name, level, reasons }) => (
          <li key={site}>
            <strong>{name}</strong>: {HUB_WORDS[level]}
            {reasons.length > 0 ? ` (${reasons.map(reasonWords).join("; ")})` : null}
          </li>
        ))}
      </ul>
      <p className="app-cell-note">
        Whom each hub takes is the site&apos;s own to set:{" "}
        <Link to="/triage/rules">rules and hub limits</Link>.
      </p>
    </section>
  );
}

const reasonWords = ({ kind, words }: HubShown["reasons"][number]): string =>
  kind === "limit" ? LIMIT_WORDS[words as HubLimit] : words;
