import { Link } from "@remix-run/react";
import { PageHeading } from "~/components/page-heading";
import type { AcceptRefusal } from "~/views/week-accept.server";

/** Why a plan was not accepted, with who is concerned, and the way back. */
export function AcceptRefused({ refusal, week }: { refusal: AcceptRefusal; week: string }) {
  const { heading, sentence, advice, lines, more } = refusal;
  return (
    <div className="app-measure" role="alert">
      <PageHeading>{heading}</PageHeading>
      <p>{sentence}</p>
      <ul>
        {lines.map(({ key, patient, link, what }) => (
          <li key={key}>
            {link ? <Link to={link}>{patient}</Link> : patient}: {what}
          </li>
        ))}
      </ul>
      {more > 0 ? <p>And {more} more.</p> : null}
      <p>{advice}</p>
      <p>
        <Link to={`/weeks/${week}`}>Go to the week as it stands now</Link>
      </p>
    </div>
  );
}
