import { Form } from "@remix-run/react";
import { Button } from "nhsuk-react-components";
import { dateText } from "~/components/date-text";
import type { ActionRow } from "~/views/meetings/record-rows";
import { meetingPath } from "./meeting-path";

interface OpenActionsProps {
  actions: ActionRow[];
  /** The meeting in which they can be marked as done; null: it is closed. */
  meeting: string | null;
}

/** Actions of earlier meetings that were open when this one began. */
export function OpenActions({ actions, meeting }: OpenActionsProps) {
  if (actions.length === 0) return <p>No action of an earlier meeting is open.</p>;
  return (
    <ul className="app-records">
      {actions.map((action) => (
        <li key={`${action.meeting}/${action.number}`} className="app-record">
          <p className="app-record__text">
            {action.text}{" "}
            <span className="app-record__owner">
              {action.owner}
              {action.dueOn ? `, by ${dateText(action.dueOn, "short")}` : ""}
            </span>
          </p>
          {action.about ? <p className="app-record__by">About {action.about}</p> : null}
          {action.doneBy ? <p className="app-record__by">Done, says {action.doneBy}</p> : null}
          {meeting && !action.doneBy ? (
            <Form method="post" action={meetingPath(meeting, "actions")} preventScrollReset>
              <input type="hidden" name="intent" value="done" />
              <input type="hidden" name="of" value={action.meeting} />
              <input type="hidden" name="number" value={action.number} />
              <Button
                type="submit"
                secondary
                small
                preventDoubleClick
                aria-label={`Mark as done: ${action.text}`}
              >
                Mark as done
              </Button>
            </Form>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
