import { Form, Link } from "@remix-run/react";
import { Button, Tag, Textarea } from "nhsuk-react-components";
import { InstantText } from "~/components/date-text";
import { problemOf, type Problem } from "~/components/problem-summary";
import type { TextsPage, TopicShown } from "~/views/preparation/texts-page.server";
import { Line } from "./review-item";

/** For which place texts or actions are shown. */
export function PlanPlaces({ places, site, to }: Pick<TextsPage, "places" | "site"> & { to: string }) {
  return (
    <nav aria-label="Sites">
      <ul className="app-triage-places">
        <li>{site === "" ? <strong>All sites</strong> : <Link to={to}>All sites</Link>}</li>
        {places.map(({ code, name }) => (
          <li key={code}>
            {site === code ? <strong>{name}</strong> : <Link to={`${to}?site=${code}`}>{name}</Link>}
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface TextsProps {
  page: TextsPage;
  typed: Readonly<Record<string, string>>;
  problems: Problem[] | undefined;
}

/** Each topic: what plans quote, what waits for approval, and the forms of those who may. */
export function TextsView({ page, typed, problems }: TextsProps) {
  return (
    <>
      {page.topics.map((topic) => (
        <section key={topic.topic} className="app-section" id={topic.topic}>
          <h2 className="nhsuk-heading-s">
            {topic.name}{" "}
            {topic.approved ? <Tag modifier="green">Approved</Tag> : <Tag modifier="white">No text</Tag>}
          </h2>
          <Counts topic={topic} />
          {topic.draft ? <Draft page={page} topic={topic} /> : null}
          {page.mayEnter ? (
            <WriteForm
              topic={topic}
              typed={typed.topic === topic.topic ? typed : {}}
              problems={typed.topic === topic.topic ? problems : undefined}
            />
          ) : null}
          {page.mayApprove && topic.approved ? (
            <WithdrawForm topic={topic} problems={typed.topic === topic.topic ? problems : undefined} />
          ) : null}
          <History topic={topic} />
        </section>
      ))}
    </>
  );
}

function Counts({ topic: { approved, inherited } }: { topic: TopicShown }) {
  const counts = approved ?? inherited;
  if (!counts) return <p>Plans tell the patient to ask their pre-op team.</p>;
  return (
    <figure className="app-triage-words">
      <figcaption>
        {approved ? "Plans quote" : "Plans quote the text of all sites"}, approved by {counts.by},{" "}
        <InstantText at={new Date(counts.at)} />
        {counts.alone ? <strong>. The same person wrote it: nobody else has looked</strong> : null}
      </figcaption>
      <blockquote>{counts.text}</blockquote>
    </figure>
  );
}

function Draft({ page, topic }: { page: TextsPage; topic: TopicShown }) {
  const { draft, topic: id, base, name } = topic;
  return (
    <figure className="app-triage-words">
      <figcaption>
        Waits for approval: written by {draft!.by}, <InstantText at={new Date(draft!.at)} />
      </figcaption>
      <blockquote>{draft!.text}</blockquote>
      {page.mayApprove && draft!.own ? (
        <p>You wrote it: somebody else who may approve has to look at it.</p>
      ) : null}
      {page.mayApprove && !draft!.own ? (
        <Form method="post">
          <Hidden topic={id} base={base} does="approved" />
          <Button type="submit" small preventDoubleClick>
            Approve<span className="nhsuk-u-visually-hidden">: {name}</span>
          </Button>
        </Form>
      ) : null}
    </figure>
  );
}

function Hidden({ topic, base, does }: { topic: string; base: number; does: string }) {
  return (
    <>
      <input type="hidden" name="topic" value={topic} />
      <input type="hidden" name="base" value={base} />
      <input type="hidden" name="does" value={does} />
    </>
  );
}

function WriteForm({ topic, typed, problems }: Omit<TextsProps, "page"> & { topic: TopicShown }) {
  const { topic: id, base, name, draft, approved } = topic;
  const wrong = typed.does === "entered" ? problemOf(problems, `text-${id}`) : undefined;
  return (
    <details className="nhsuk-details" open={wrong !== undefined}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">
          {draft || approved ? "Write another text" : "Write a text"}
          <span className="nhsuk-u-visually-hidden">: {name}</span>
        </span>
      </summary>
      <Form method="post" className="nhsuk-details__text">
        <Hidden topic={id} base={base} does="entered" />
        <Textarea
          id={`text-${id}`}
          name="text"
          label={`What the patient reads about ${name}`}
          hint="Short sentences and plain words. Nobody sees it before it is approved"
          rows={5}
          maxLength={1500}
          defaultValue={typed.text ?? draft?.text ?? approved?.text ?? ""}
          error={wrong}
        />
        <Button type="submit" secondary small>
          Keep it for approval
        </Button>
      </Form>
    </details>
  );
}

function WithdrawForm({ topic, problems }: { topic: TopicShown; problems: Problem[] | undefined }) {
  const { topic: id, base, name } = topic;
  const wrong = problemOf(problems, `withdraw-${id}`);
  return (
    <details className="nhsuk-details" open={wrong !== undefined}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">
          Withdraw<span className="nhsuk-u-visually-hidden">: {name}</span>
        </span>
      </summary>
      <Form method="post" className="nhsuk-details__text">
        <Hidden topic={id} base={base} does="withdrawn" />
        <p>It leaves the pages of patients at once. Paper that was handed out stays: call these patients.</p>
        <Line
          id={`withdraw-${id}`}
          name="reason"
          label="Why"
          spoken={name}
          value=""
          width={30}
          wrong={wrong}
        />
        <Button type="submit" secondary small>
          Withdraw the text
        </Button>
      </Form>
    </details>
  );
}

function History({ topic: { history } }: { topic: TopicShown }) {
  if (history.length === 0) return null;
  return (
    <ul className="app-cell-note">
      {history.map(({ words, at, by, reason }) => (
        <li key={words}>
          {words}, {by}, <InstantText at={new Date(at)} />
          {reason ? `: ${reason}` : ""}
        </li>
      ))}
    </ul>
  );
}
