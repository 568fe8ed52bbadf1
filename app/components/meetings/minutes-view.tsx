import { Link } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import { dateText, InstantText } from "~/components/date-text";
import { PageHeading } from "~/components/page-heading";
import { Back } from "~/components/trail";
import type { MinutesPage } from "~/views/meetings/minutes.server";
import type { ActionRow } from "~/views/meetings/record-rows";
import { RecordList } from "./record-list";

/** Minutes of a meeting: cases and sessions as they were, what was decided, who does what, and what was not reached. */
export function MinutesView({ page }: { page: MinutesPage }) {
  const { id, heldOn, week, organisation, attendees, sections, weekRecords, actions, notReached } = page;
  return (
    <div className="app-minutes">
      <Back to={`/meetings/${id}`}>The meeting</Back>
      <PageHeading
        caption={`Minutes, ${organisation}`}
        actions={
          <a href={`/meetings/${id}/minutes.csv`} download>
            Decisions and actions as CSV
          </a>
        }
      >
        Scheduling meeting of {dateText(heldOn, "date")}
      </PageHeading>
      <Version page={page} />
      <p>
        <strong>About</strong> the week of {dateText(week, "date")}
        <br />
        <strong>Present</strong> {attendees}
      </p>
      <Actions actions={actions} />
      {weekRecords.length > 0 ? (
        <section>
          <h2 className="nhsuk-heading-m">The week as a whole</h2>
          <RecordList records={weekRecords} />
        </section>
      ) : null}
      {sections.map(({ title, subjects }) => (
        <section key={title}>
          <h2 className="nhsuk-heading-m">{title}</h2>
          {subjects.map((subject) => (
            <article key={subject.key} className="app-minutes__subject">
              <h3 className="nhsuk-heading-s">
                {subject.patient ? `${subject.patient} (${subject.title})` : subject.title}
              </h3>
              <p>
                {subject.detail}
                {subject.place ? `. ${subject.place}` : ""}
              </p>
              <ul>
                {subject.grounds.map((ground) => (
                  <li key={ground}>{ground}</li>
                ))}
              </ul>
              <RecordList records={subject.records} />
            </article>
          ))}
        </section>
      ))}
      {sections.length === 0 && weekRecords.length === 0 ? <p>Nothing was recorded yet.</p> : null}
      <NotReached notReached={notReached} />
      <p className="app-no-print">
        <Link to="/meetings">All meetings</Link>
      </p>
    </div>
  );
}

function Version({ page: { closed, version, printedAt } }: { page: MinutesPage }) {
  return (
    <p className="app-quiet">
      Version {version}
      {closed ? (
        <>
          , final: closed by {closed.by}, <InstantText at={new Date(closed.at)} />
        </>
      ) : (
        ", draft: the meeting is open"
      )}
      . Written out <InstantText at={new Date(printedAt)} />.
    </p>
  );
}

function Actions({ actions }: { actions: ActionRow[] }) {
  if (actions.length === 0) return null;
  return (
    <section>
      <h2 className="nhsuk-heading-m">Actions</h2>
      <DataTable caption="Actions of this meeting" captionHidden rows>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">About</th>
            <th scope="col">Who</th>
            <th scope="col">By</th>
            <th scope="col">Done</th>
          </tr>
        </thead>
        <tbody>
          {actions.map((action) => (
            <tr key={action.number}>
              <th scope="row">{action.text}</th>
              <td data-label="About">{action.about || "The week as a whole"}</td>
              <td data-label="Who">{action.owner}</td>
              <td data-label="By">{action.dueOn ? dateText(action.dueOn, "short") : ""}</td>
              <td data-label="Done">{action.doneBy ? `Yes, says ${action.doneBy}` : "Open"}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </section>
  );
}

function NotReached({ notReached }: Pick<MinutesPage, "notReached">) {
  if (notReached.length === 0) return null;
  return (
    <section>
      <h2 className="nhsuk-heading-m">On the agenda, not spoken about</h2>
      {notReached.map(({ title, subjects }) => (
        <div key={title}>
          <h3 className="nhsuk-heading-s">{title}</h3>
          <ul>
            {subjects.map((subject) => (
              <li key={subject.key}>
                {subject.title}: {subject.detail}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
