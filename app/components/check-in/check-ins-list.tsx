import { Form, Link } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import { DateText, InstantText } from "~/components/date-text";
import { EmptyState } from "~/components/empty-state";
import { FilterSelect } from "~/components/filter-fields";
import { FilterForm } from "~/components/filter-form";
import { Figure, Figures } from "~/components/figures";
import { Pages } from "~/components/pages";
import { counted } from "~/domain/figure-words";
import type { CheckInRow, CheckInsPage } from "~/views/check-in/check-ins.server";
import { checkInsAddress, type CheckInsQuery } from "./check-ins-query";

interface PartProps {
  page: CheckInsPage;
}

const STATE_WORDS = {
  call: "To call",
  due: "Check-in due",
  asked: "Asked, no answer yet",
  notYet: "Not yet due",
} as const;

/** How many are to be called, asked, and waited for; each number leads to them. */
export function CheckInFigures({ page: { counts, query } }: PartProps) {
  const to = (state: CheckInsQuery["state"]) => checkInsAddress({ ...query, state, page: 1 });
  return (
    <Figures label="Check-ins">
      <Figure
        value={counts.call}
        label={STATE_WORDS.call}
        note="No answer to reminders"
        tone={counts.call > 0 ? "attention" : undefined}
        to={to("call")}
      />
      <Figure value={counts.due} label={STATE_WORDS.due} to={to("due")} />
      <Figure value={counts.asked} label={STATE_WORDS.asked} to={to("asked")} />
      <Figure value={counts.answered} label="Answered" note="Patients who have, since they were listed" />
    </Figures>
  );
}

export function CheckInFilters({ page: { query, sites } }: PartProps) {
  const states = (["call", "due", "asked"] as const).map((value) => ({ value, text: STATE_WORDS[value] }));
  return (
    <FilterForm label="Filters of the check-ins" resetTo="/check-ins">
      <FilterSelect name="state" label="State" choices={states} value={query.state} />
      {sites.length > 1 ? <FilterSelect name="site" label="Site" choices={sites} value={query.site} /> : null}
    </FilterForm>
  );
}

/** Who is to be called or asked, and whose answer is waited for. */
export function CheckInRows({ page }: PartProps) {
  const { rows, total, query } = page;
  if (rows.length === 0)
    return (
      <EmptyState heading="No patient stands here">
        <p>Everybody was heard of lately, or a filter leaves nobody.</p>
      </EmptyState>
    );
  return (
    <section className="app-section" aria-labelledby="contact">
      <h2 className="nhsuk-heading-s" id="contact">
        To contact
      </h2>
      <DataTable caption="Patients to contact" captionHidden rows>
        <thead>
          <tr>
            <th scope="col">Patient</th>
            <th scope="col">Operation</th>
            <th scope="col">Last contact</th>
            <th scope="col">State</th>
            <th scope="col" className="app-no-print">
              Do
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </tbody>
      </DataTable>
      <Pages
        page={query.page}
        pageSize={25}
        total={total}
        noun="patients"
        hrefOf={(number) => checkInsAddress({ ...query, page: number })}
      />
    </section>
  );
}

function Row({ row: { id, name, procedure, siteName, contact, askedAt } }: { row: CheckInRow }) {
  return (
    <tr>
      <th scope="row">
        <Link to={`/triage/${id}`}>{name}</Link>
      </th>
      <td data-label="Operation">
        {procedure}
        <span className="app-cell-note">{siteName}</span>
      </td>
      <td data-label="Last contact">
        <DateText date={contact.since} style="brief" />
        <span className="app-cell-note">{counted(contact.days, "day")} ago</span>
      </td>
      <td data-label="State">
        {contact.state === "call" ? <strong>{STATE_WORDS.call}</strong> : STATE_WORDS[contact.state]}
        {askedAt && contact.state !== "due" ? (
          <span className="app-cell-note">
            Asked <InstantText at={new Date(askedAt)} />
          </span>
        ) : null}
      </td>
      <td data-label="Do" className="app-no-print app-nowrap">
        <Form method="post" className="app-inline-form">
          <input type="hidden" name="entry" value={id} />
          {contact.state === "due" ? (
            <button
              className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
              name="does"
              value="send"
              type="submit"
            >
              Send<span className="nhsuk-u-visually-hidden"> the check-in to {name}</span>
            </button>
          ) : null}{" "}
          <button
            className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
            name="does"
            value="phone"
            type="submit"
          >
            Enter a call<span className="nhsuk-u-visually-hidden"> with {name}</span>
          </button>
        </Form>
      </td>
    </tr>
  );
}

/** The last answers, with what a person has to look at. */
export function AnsweredCheckIns({ page: { answered } }: PartProps) {
  if (answered.length === 0) return null;
  return (
    <section className="app-section" aria-labelledby="answered">
      <h2 className="nhsuk-heading-s" id="answered">
        Answered last
      </h2>
      <DataTable caption="Check-ins answered" captionHidden rows>
        <thead>
          <tr>
            <th scope="col">Patient</th>
            <th scope="col">Answered</th>
            <th scope="col">Health</th>
            <th scope="col">Still wants it</th>
          </tr>
        </thead>
        <tbody>
          {answered.map(({ id, name, at, changed, open, doubt }) => (
            <tr key={id}>
              <th scope="row">
                <Link to={`/triage/${id}#check-ins`}>{name}</Link>
              </th>
              <td data-label="Answered">
                <InstantText at={new Date(at)} />
              </td>
              <td data-label="Health">
                {changed ? (
                  <>
                    <strong>Change of health</strong>
                    <span className="app-cell-note">{open ? "Nobody has decided yet" : "Decided since"}</span>
                  </>
                ) : (
                  "No change"
                )}
              </td>
              <td data-label="Still wants it">{doubt ? <strong>{doubt}</strong> : "Yes"}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </section>
  );
}

/** How often, how many, and that nobody loses a place. */
export function CheckInRules({ page: { rules } }: PartProps) {
  return (
    <div className="app-measure">
      {rules.map(({ sites, everyDays, aDay }) => (
        <p key={sites}>
          {rules.length > 1 ? `${sites}: a` : "A"} check-in is due {everyDays} days after the last contact.{" "}
          {aDay === 0
            ? "None is sent by itself here: send each by hand."
            : `At most ${aDay} a day and site are sent by themselves, the longest without contact first.`}
        </p>
      ))}
      <p>
        Whoever does not answer gets reminders, then a call by a person. Nobody leaves the list, or loses a
        place, for not answering or for what they answer.
      </p>
    </div>
  );
}
