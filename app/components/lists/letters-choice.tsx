import { Form, Link } from "@remix-run/react";
import { Button } from "nhsuk-react-components";
import { DataTable } from "~/components/data-table";
import { DateText } from "~/components/date-text";
import { EmptyState } from "~/components/empty-state";
import type { LetterLine, LettersPage } from "~/views/letters.server";

/** Who can be written to: print the chosen letters, then say that they were printed and sent. */
export function LettersChoice({ page }: { page: LettersPage }) {
  if (page.lines.length === 0)
    return (
      <EmptyState heading="Nobody to write to">
        No list of this week holds a patient who is confirmed fit.
      </EmptyState>
    );
  const print = `/weeks/${page.week}/letters/print?organisation=${encodeURIComponent(page.organisation)}`;
  return (
    <>
      <NoContact sites={page.noContact} />
      <Form method="post" className="app-letters">
        <p className="app-measure">
          Choose letters, print them, then record that they were sent. Those on signed-off lists who were not
          told yet are chosen already. Who is not confirmed fit is not listed: they are told nothing yet.
        </p>
        <Letters page={page} />
        <fieldset className="app-buttons">
          <legend className="nhsuk-u-visually-hidden">What to do with the chosen letters</legend>
          <Button type="submit" formAction={print} secondary>
            Print the chosen letters
          </Button>
          <Button type="submit" formAction={print} name="size" value="large" secondary>
            Print them in large print
          </Button>
          <Button type="submit" preventDoubleClick>
            Printed and sent
          </Button>
          <Button type="submit" name="size" value="large" preventDoubleClick>
            Printed large and sent
          </Button>
        </fieldset>
      </Form>
    </>
  );
}

function NoContact({ sites }: { sites: string[] }) {
  if (sites.length === 0) return null;
  return (
    <p className="app-measure">
      <strong>No letter is printed for {sites.join(", ")}:</strong> nobody has said yet whom patients call
      there. Somebody who may change <Link to="/settings">the settings</Link> enters the telephone number.
    </p>
  );
}

function Letters({ page }: { page: LettersPage }) {
  return (
    <DataTable caption="Letters of this week" captionHidden rows>
      <thead>
        <tr>
          <th scope="col">Letter</th>
          <th scope="col">Patient</th>
          <th scope="col">Date</th>
          <th scope="col">Notice</th>
          <th scope="col">List</th>
          <th scope="col">Date told</th>
        </tr>
      </thead>
      <tbody>
        {page.lines.map((line) => (
          <Row key={line.entry} line={line} />
        ))}
      </tbody>
    </DataTable>
  );
}

function Row({ line }: { line: LetterLine }) {
  const { entry, session, date, admission, theatre, patient, version, days, enough, largePrint, notice } =
    line;
  return (
    <tr>
      <td>
        <input
          type="checkbox"
          name="letter"
          value={`${session}|${date}|${entry}`}
          defaultChecked={line.signedOff && !notice.told && !line.noContact}
          disabled={line.noContact}
          aria-label={`Letter to ${patient}`}
        />
      </td>
      <th scope="row" data-label="Patient">
        {patient}
        {largePrint ? <span className="app-cell-note">asks for large print</span> : null}
        {line.preference ? <span className="app-cell-note">prefers {line.preference}</span> : null}
      </th>
      <td data-label="Date">
        <DateText date={date} style="short" />, {admission}
        <span className="app-cell-note">{theatre}</span>
      </td>
      <td data-label="Notice">
        {days} {days === 1 ? "day" : "days"}
        {enough ? null : (
          <strong className="app-list-mark app-list-mark--attention">less than is owed</strong>
        )}
      </td>
      <td data-label="List">
        <Link to={`/sessions/${session}/list`}>
          {version}
          <span className="nhsuk-u-visually-hidden"> of the list of {patient}</span>
        </Link>
      </td>
      <td data-label="Date told">
        {notice.attention ? <strong className="app-list-mark">Patient {notice.attention}</strong> : null}
        {notice.words}
        {notice.outdated ? <span className="app-cell-note">{notice.outdated}</span> : null}
      </td>
    </tr>
  );
}
