import { Link } from "@remix-run/react";
import { instantText } from "~/components/date-text";
import { Facts } from "~/components/waiting-list/facts";
import type { SaysInShort } from "~/views/patient-says/says-in-short.server";

/** What the patient was asked and said, on the page of their entry. */
export function PatientSaysCard({ id, says }: { id: string; says: SaysInShort }) {
  const { questions, answeredAt, unread, last } = says;
  return (
    <Facts
      heading="Questions and answers"
      action={
        <Link to={`/waiting-list/${id}/answers`}>
          Open<span className="nhsuk-u-visually-hidden"> questions and answers</span>
        </Link>
      }
      facts={[
        ["Questions", questions],
        ["Answers sent", answeredAt ? instantText(new Date(answeredAt)) : "Not yet"],
        ["Said", last.length > 0 ? last.join("; ") : "Nothing yet"],
        ["To read", unread > 0 ? `${unread} not read yet` : "Nothing"],
      ]}
    />
  );
}
