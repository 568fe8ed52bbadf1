import { Link } from "@remix-run/react";
import { instantText } from "~/components/date-text";
import { Facts } from "~/components/waiting-list/facts";
import { counted } from "~/domain/figure-words";
import type { SaysInShort } from "~/views/patient-says/says-in-short.server";

/** What the patient was asked and said, on the page of their entry. */
export function PatientSaysCard({ id, says }: { id: string; says: SaysInShort }) {
  const { questions, answeredAt, last } = says;
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
        ["To read", toReadWords(says)],
      ]}
    />
  );
}

function toReadWords({ unread, unreadTexts }: SaysInShort): string {
  const parts = [
    unread > 0 ? `${counted(unread, "message")} not read yet` : "",
    unreadTexts > 0 ? `${counted(unreadTexts, "text")} within the answers, not read yet` : "",
  ];
  return parts.filter((part) => part !== "").join("; ") || "Nothing";
}
