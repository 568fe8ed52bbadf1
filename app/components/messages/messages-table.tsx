import { Form, Link } from "@remix-run/react";
import { Button } from "nhsuk-react-components";
import { DataTable } from "~/components/data-table";
import { InstantText } from "~/components/date-text";
import { EmptyState } from "~/components/empty-state";
import { counted } from "~/domain/figure-words";
import type { MessageLine, MessagesPage } from "~/views/messages/messages.server";
import { CHANNEL_WORDS, MESSAGE_STATE_WORDS, SHOW_WORDS, type MessageShow } from "./message-words";

const NOTHING: Record<MessageShow, string> = {
  outbox: "The outbox is empty",
  failed: "Nobody is left without their message",
  waiting: "Nothing waits",
  sent: "Nothing was sent yet",
  stopped: "Nothing was stopped",
};

/** The messages of one place of the work, with what can be done about them there. */
export function MessagesTable({ page, choose }: { page: MessagesPage; choose: boolean }) {
  const { lines, show } = page;
  if (lines.length === 0) return <EmptyState heading={NOTHING[show]} />;
  if (show !== "outbox") return <Lines page={page} />;
  return (
    <Form method="post" className="app-letters">
      <p className="app-measure">
        Hublist has written these and sent none of them. Choose messages and print them; once they are posted,
        or sent some other way, record it, and their files are removed from the outbox. The patient is
        reminded, and later called, counted from that day.{" "}
        <Link to={`/messages?page=${page.page}&choose=all`}>Choose all {lines.length} on this page</Link>
      </p>
      <Lines key={String(choose)} page={page} choose={choose ? "all" : "none"} />
      <div className="app-buttons" role="group" aria-label="What to do with the chosen messages">
        <Button type="submit" formAction="/messages/print" secondary>
          Print the chosen ones
        </Button>
        <Button type="submit" formAction="/messages/print" name="size" value="large" secondary>
          Print them in large print
        </Button>
        <Button type="submit" name="does" value="posted" preventDoubleClick>
          Record as sent
        </Button>
        <Button type="submit" name="does" value="again" secondary preventDoubleClick>
          Send again
        </Button>
      </div>
    </Form>
  );
}

/** Who chooses, and whether all are chosen at first: nothing is, unless somebody asked for it. */
type Choosing = "all" | "none" | null;

function Lines({ page: { lines, show }, choose = null }: { page: MessagesPage; choose?: Choosing }) {
  return (
    <DataTable caption={SHOW_WORDS[show]} captionHidden rows>
      <thead>
        <tr>
          {choose ? <th scope="col">Choose</th> : null}
          <th scope="col">Patient</th>
          <th scope="col">Message</th>
          <th scope="col">How</th>
          <th scope="col">When</th>
          <th scope="col">What came of it</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Row key={line.id} line={line} choose={choose} />
        ))}
      </tbody>
    </DataTable>
  );
}

function Row({ line, choose }: { line: MessageLine; choose: Choosing }) {
  const { id, entry, patient, kind, channel, at } = line;
  return (
    <tr>
      {choose ? (
        <td>
          <input
            type="checkbox"
            name="message"
            id={`message-${id}`}
            value={id}
            defaultChecked={choose === "all"}
            aria-label={`${kind} to ${patient}`}
          />
        </td>
      ) : null}
      <th scope="row" data-label="Patient">
        <Link to={`/waiting-list/${entry}`}>{patient}</Link>
      </th>
      <td data-label="Message">{kind}</td>
      <td data-label="How">{CHANNEL_WORDS[channel]}</td>
      <td data-label="When">
        <InstantText at={new Date(at)} />
      </td>
      <td data-label="What came of it">
        <Outcome line={line} />
      </td>
    </tr>
  );
}

function Outcome({ line }: { line: MessageLine }) {
  const { id, state, fault, attempts, dueAt, kind, patient, lacksFile } = line;
  return (
    <>
      {MESSAGE_STATE_WORDS[state]}
      {fault ? <span className="app-cell-note">{fault}</span> : null}
      {lacksFile ? <span className="app-cell-note">its file is missing: send it again</span> : null}
      {state === "queued" && attempts > 0 ? (
        <span className="app-cell-note">
          tried {counted(attempts, "time")}
          {dueAt ? (
            <>
              , next <InstantText at={new Date(dueAt)} />
            </>
          ) : null}
        </span>
      ) : null}
      {state === "failed" ? (
        <Form method="post" className="app-inline-form">
          <input type="hidden" name="message" value={id} />
          <button
            className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
            type="submit"
            name="does"
            value="again"
          >
            Send again
            <span className="nhsuk-u-visually-hidden">
              : {kind} to {patient}
            </span>
          </button>
        </Form>
      ) : null}
    </>
  );
}
