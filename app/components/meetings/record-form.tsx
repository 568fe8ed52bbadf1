import { Form, Link } from "@remix-run/react";
import { Button, Textarea, TextInput } from "nhsuk-react-components";
import { problemOf, type Problem } from "~/components/problem-summary";
import type { RecordRow } from "~/views/meetings/record-rows";
import { meetingPath } from "./meeting-path";

/** What was typed when a form came back with problems. */
export type Typed = Record<string, string>;

interface RecordFormProps {
  meeting: string;
  /** What it is about, and the section in which it stands. */
  item: string;
  section: string;
  seen: number;
  next: string | null;
  /** A day to begin with as an action's due date. */
  dueOn: string;
  typed?: Typed | undefined;
  problems?: Problem[] | undefined;
}

/** Takes down a decision, an action and a note about what is being spoken about. */
export function RecordForm(props: RecordFormProps) {
  const { meeting, item, section, seen, next, dueOn, typed = {}, problems } = props;
  const errorOf = (field: string) => problemOf(problems, field);
  return (
    <Form
      method="post"
      action={meetingPath(meeting, item)}
      noValidate
      className="app-take-down"
      preventScrollReset
    >
      <input type="hidden" name="intent" value="record" />
      <input type="hidden" name="section" value={section} />
      <input type="hidden" name="seen" value={seen} readOnly />
      <Textarea
        id="decision"
        name="decision"
        label="Decision"
        rows={2}
        defaultValue={typed.decision}
        error={errorOf("decision")}
      />
      <div className="app-take-down__action">
        <Textarea
          id="action"
          name="action"
          label="Action"
          rows={2}
          defaultValue={typed.action}
          error={errorOf("action")}
        />
        <TextInput
          id="owner"
          name="owner"
          label="Who does it"
          autoComplete="off"
          defaultValue={typed.owner}
          error={errorOf("owner")}
        />
        <TextInput
          id="dueOn"
          name="dueOn"
          type="date"
          label="By"
          defaultValue={typed.dueOn ?? dueOn}
          error={errorOf("dueOn")}
        />
      </div>
      <Textarea
        id="note"
        name="note"
        label="Note"
        rows={1}
        defaultValue={typed.note}
        error={errorOf("note")}
      />
      <p className="app-quiet">Name no patient: minutes are read by people who may not know who they are.</p>
      <div className="app-buttons">
        <Button type="submit" name="then" value={next ? "next" : ""} preventDoubleClick>
          {next ? "Record, and go to the next" : "Record"}
        </Button>
        {next ? (
          <Button type="submit" name="then" value="" secondary preventDoubleClick>
            Record
          </Button>
        ) : null}
        {section === "week" ? null : (
          <Button type="submit" name="quick" value="leave" secondary preventDoubleClick>
            Leave it as it is
          </Button>
        )}
      </div>
    </Form>
  );
}

interface CorrectionFormProps {
  meeting: string;
  item: string;
  section: string;
  seen: number;
  record: RecordRow;
  typed?: Typed | undefined;
  problems?: Problem[] | undefined;
}

/** Corrects one item: what it said stays in the minutes beside what it says now. */
export function CorrectionForm(props: CorrectionFormProps) {
  const { meeting, item, section, seen, record, typed = {}, problems } = props;
  const { kind, number, text, owner, dueOn } = record;
  return (
    <Form
      method="post"
      action={meetingPath(meeting, item, number)}
      noValidate
      className="app-take-down"
      preventScrollReset
    >
      <input type="hidden" name="intent" value="correct" />
      <input type="hidden" name="section" value={section} />
      <input type="hidden" name="seen" value={seen} readOnly />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="replaces" value={number} />
      <Textarea
        id="text"
        name="text"
        label={`Correct this ${kind}`}
        rows={2}
        defaultValue={typed.text ?? text}
        error={problemOf(problems, "text")}
      />
      {kind === "action" ? (
        <>
          <TextInput
            id="owner"
            name="owner"
            label="Who does it"
            defaultValue={typed.owner ?? owner}
            error={problemOf(problems, "owner")}
          />
          <TextInput
            id="dueOn"
            name="dueOn"
            type="date"
            label="By"
            defaultValue={typed.dueOn ?? dueOn ?? ""}
            error={problemOf(problems, "dueOn")}
          />
        </>
      ) : null}
      <div className="app-buttons">
        <Button type="submit" preventDoubleClick>
          Record the correction
        </Button>
        <Button type="submit" name="strike" value="yes" secondary preventDoubleClick>
          Strike it out
        </Button>
        <Link to={meetingPath(meeting, item)}>Cancel</Link>
      </div>
    </Form>
  );
}
