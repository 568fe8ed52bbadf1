import { Form, Link } from "@remix-run/react";
import { Button, Details, Textarea } from "nhsuk-react-components";
import { dateText, InstantText } from "~/components/date-text";
import { EmptyState } from "~/components/empty-state";
import { Notice } from "~/components/notice";
import { PageHeading } from "~/components/page-heading";
import { problemOf, ProblemSummary, type Problem } from "~/components/problem-summary";
import { ProgressBar } from "~/components/progress-bar";
import { Back } from "~/components/trail";
import { addDays } from "~/domain/calendar";
import type { MeetingPage } from "~/views/meetings/meeting-page.server";
import { AgendaList } from "./agenda-list";
import { meetingPath } from "./meeting-path";
import { OpenActions } from "./open-actions";
import { CorrectionForm, RecordForm, type Typed } from "./record-form";
import { RecordList } from "./record-list";
import { SubjectView } from "./subject-view";
import { useTakeDown } from "./use-take-down";

interface MeetingViewProps {
  page: MeetingPage;
  /** Number of the item that is being corrected; null: none. */
  correct: number | null;
  typed?: Typed | undefined;
  problems?: Problem[] | undefined;
}

/** The presenter's view of a meeting. */
export function MeetingView(props: MeetingViewProps) {
  const { page, problems } = props;
  const { meeting, closed, spoken, total } = page;
  return (
    <>
      <Back to="/meetings">Meetings</Back>
      <ProblemSummary problems={problems} />
      <PageHeading
        caption={`Scheduling meeting of ${dateText(meeting.heldOn, "date")}`}
        actions={
          <>
            <Link to={`/meetings/${meeting.id}/minutes`}>Minutes</Link>
            {closed ? null : <Link to={`/meetings/${meeting.id}/close`}>Close the meeting</Link>}
          </>
        }
      >
        Week of {dateText(meeting.week, "date")}
      </PageHeading>
      {closed ? (
        <p>
          Closed by {closed.by}, <InstantText at={new Date(closed.at)} />. Nothing more is recorded.
        </p>
      ) : null}
      <ProgressBar
        id="spoken"
        label="Agenda"
        share={total === 0 ? 1 : spoken / total}
        status={`${spoken} of ${total} spoken about`}
      />
      {page.hasPlan ? null : (
        <Notice>
          This week has no plan yet: contested and unplaced cases are known once it has been planned.
        </Notice>
      )}
      <div className="app-meeting">
        <div className="app-meeting__now">
          <Now {...props} />
        </div>
        <AgendaList page={page} />
      </div>
      <Attendees page={page} problems={problems} />
    </>
  );
}

function Now(props: MeetingViewProps) {
  const { page } = props;
  const { view, current, actions, meeting, closed, first } = page;
  if (view === "actions")
    return (
      <>
        <h2 className="nhsuk-heading-m">Actions of earlier meetings</h2>
        <OpenActions actions={actions} meeting={closed ? null : meeting.id} />
        {first ? <Link to={meetingPath(meeting.id, first)}>On to the agenda</Link> : null}
      </>
    );
  if (view === "week")
    return (
      <>
        <h2 className="nhsuk-heading-m">The week as a whole</h2>
        <TakeDown {...props} item="week" section="week" records={page.weekRecords} next={null} />
      </>
    );
  if (!current) return <EmptyState heading="Nothing is on the agenda" />;
  const { key, section, records, next } = current;
  return (
    <>
      <SubjectView page={page} current={current} />
      <TakeDown {...props} item={key} section={section} records={records} next={next} />
    </>
  );
}

interface TakeDownProps extends MeetingViewProps {
  item: string;
  section: string;
  records: NonNullable<MeetingPage["current"]>["records"];
  next: string | null;
}

/** What was recorded about a subject, and the form for more. */
function TakeDown({ page, item, section, records, next, correct, typed, problems }: TakeDownProps) {
  const { meeting, closed, seen } = page;
  const round = useTakeDown(problems === undefined);
  const correcting = records.find(({ number }) => number === correct);
  const form = { meeting: meeting.id, item, section, seen, typed, problems };
  return (
    <>
      <RecordList
        records={records}
        {...(closed ? {} : { correctTo: (number: number) => meetingPath(meeting.id, item, number) })}
      />
      {closed ? null : correcting ? (
        <CorrectionForm key={`${item} ${correcting.number}`} {...form} record={correcting} />
      ) : (
        <RecordForm key={`${item} ${round}`} {...form} next={next} dueOn={addDays(meeting.heldOn, 7)} />
      )}
    </>
  );
}

function Attendees({ page: { meeting, closed }, problems }: Pick<MeetingViewProps, "page" | "problems">) {
  if (closed) return <p className="app-measure">Present: {meeting.attendees}</p>;
  const error = problemOf(problems, "attendees");
  return (
    <Details open={error !== undefined}>
      <Details.Summary>Who is there: {meeting.attendees}</Details.Summary>
      <Details.Text>
        <Form method="post" action={meetingPath(meeting.id)} noValidate>
          <input type="hidden" name="intent" value="attendees" />
          <input type="hidden" name="was" value={meeting.attendees} readOnly />
          <Textarea
            id="attendees"
            name="attendees"
            label="Who is there"
            rows={2}
            defaultValue={meeting.attendees}
            error={error}
          />
          <Button type="submit" secondary>
            Change
          </Button>
        </Form>
      </Details.Text>
    </Details>
  );
}
