import { Link, useLoaderData } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import hand from "~/components/hand/hand.css?url";
import { dateText } from "~/components/date-text";
import { SearchBox } from "~/components/filter-fields";
import { FilterForm } from "~/components/filter-form";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { Back } from "~/components/trail";
import { handAddPage, type AddRow } from "~/views/hand/hand-add.server";
import { handAsked } from "~/views/hand/hand-asked.server";

export const links = () => [{ rel: "stylesheet", href: hand }];
export const meta = () => pageTitle("Add from the waiting list");

export const loader = guarded("list.change", (args) => handAddPage(handAsked(args)));

/** Whom a list could still take: found by name or number, or left out of the plan because others went first. */
export default function AddFromWaitingList() {
  const { week, organisation, words, found, left, total } = useLoaderData<typeof loader>();
  const base = `/weeks/${week}/change`;
  const query = `?${new URLSearchParams({ organisation })}`;
  return (
    <>
      <Back to={`${base}${query}`}>{`Board of the week of ${dateText(week, "date")}`}</Back>
      <PageHeading caption={`Week of ${dateText(week, "date")}`}>Add from the waiting list</PageHeading>
      <FilterForm label="Find a patient" resetTo={`${base}/add${query}`} submitText="Find">
        <input type="hidden" name="organisation" value={organisation} />
        <SearchBox name="q" label="Name, NHS number or hospital number" value={words || null} />
      </FilterForm>
      {words ? (
        <section aria-labelledby="found">
          <h2 className="nhsuk-heading-m" id="found">
            {total === 0 ? "Nobody without a date was found" : `Found, without a date: ${total}`}
          </h2>
          <Rows rows={found} base={base} query={query} />
        </section>
      ) : null}
      <section aria-labelledby="left">
        <h2 className="nhsuk-heading-m" id="left">
          Left out of the last plan because others went first
        </h2>
        {left.length === 0 ? <p>Nobody, or this week has not been planned.</p> : null}
        <Rows rows={left} base={base} query={query} />
      </section>
    </>
  );
}

function Rows({ rows, base, query }: { rows: AddRow[]; base: string; query: string }) {
  if (rows.length === 0) return null;
  return (
    <ul className="app-hand__add">
      {rows.map(({ entry, patient, words }) => (
        <li key={entry}>
          <strong>{patient}</strong>, {words}{" "}
          <span className="app-buttons">
            <Link to={`${base}/cases/${entry}${query}`}>
              Choose a place<span className="nhsuk-u-visually-hidden">: {patient}</span>
            </Link>
            <Link to={`${base}${query}&carry=${entry}`}>
              Take to the board<span className="nhsuk-u-visually-hidden">: {patient}</span>
            </Link>
          </span>
        </li>
      ))}
    </ul>
  );
}
