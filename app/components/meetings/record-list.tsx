import { Link } from "@remix-run/react";
import { dateText, InstantText } from "~/components/date-text";
import type { RecordRow } from "~/views/meetings/record-rows";

const KINDS: Record<RecordRow["kind"], string> = { decision: "Decision", action: "Action", note: "Note" };

interface RecordListProps {
  records: RecordRow[];
  /** Address of the form that corrects an item; missing: nothing can be corrected here. */
  correctTo?: (number: number) => string;
}

/** What was recorded, first to last, each with who and when, and what it said before it was corrected. */
export function RecordList({ records, correctTo }: RecordListProps) {
  if (records.length === 0) return null;
  return (
    <ul className="app-records">
      {records.map((record) => (
        <li key={record.number} className="app-record">
          <p className="app-record__text">
            <strong>{KINDS[record.kind]}</strong> {record.struck ? "Struck out." : record.text}
            {record.kind === "action" && !record.struck && record.dueOn ? (
              <>
                {" "}
                <span className="app-record__owner">
                  {record.owner}, by {dateText(record.dueOn, "short")}
                </span>
              </>
            ) : null}
          </p>
          <p className="app-record__by">
            {record.by}, <InstantText at={new Date(record.at)} />
            {correctTo && !record.isDone ? (
              <>
                {" "}
                <Link
                  to={correctTo(record.number)}
                  preventScrollReset
                  className="app-no-print"
                  aria-label={`Correct ${KINDS[record.kind].toLowerCase()} ${record.number}`}
                >
                  Correct
                </Link>
              </>
            ) : null}
          </p>
          {record.before.map((one, index) => (
            <p key={index} className="app-record__by">
              Before: {one.text || "struck out"} ({one.by})
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}
