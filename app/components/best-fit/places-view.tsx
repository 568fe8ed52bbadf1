import { Form, Link } from "@remix-run/react";
import { Button } from "nhsuk-react-components";
import { DataTable } from "~/components/data-table";
import { DateText, dateText } from "~/components/date-text";
import { EmptyState } from "~/components/empty-state";
import { PageHeading } from "~/components/page-heading";
import { Back } from "~/components/trail";
import { BEFORE_STAGE_TWO } from "~/components/shared-decision/decision-words";
import type { PlaceKind } from "~/domain/best-fit";
import { counted } from "~/domain/figure-words";
import type { PlaceLine, PlacesPage } from "~/views/places.server";
import { Offers } from "./offers";

const KIND_WORDS: Record<PlaceKind, string> = {
  free: "Free",
  displaces: "Full: others would make way",
  liftable: "A person may set the rule aside",
  refused: "Not possible",
};

/** The places that one patient could have, best first, each with its cost. */
export function PlacesView({ page }: { page: PlacesPage }) {
  const { id, name, procedure, minutes, specialty, until, has, everywhere, beforeStageTwo, places, more } =
    page;
  const free = places.filter(({ kind }) => kind === "free").length;
  return (
    <>
      <Back to={`/waiting-list/${id}`}>{name}</Back>
      <PageHeading caption={`${procedure}, ${minutes} minutes`}>Places for {name}</PageHeading>
      {has ? (
        <p>
          <strong>Has a place now:</strong> {has}. A place in another week must be given up first.
        </p>
      ) : null}
      {beforeStageTwo ? (
        <p>
          <strong>{BEFORE_STAGE_TWO} of the shared decision.</strong> {beforeStageTwo}. Whoever places this
          patient now books before stage two.
        </p>
      ) : null}
      {everywhere ? (
        <p>
          <strong>No place can be given now.</strong> {everywhere}
        </p>
      ) : null}
      <p className="app-measure">
        {counted(free, "free place")} in sessions of {specialty} up to {dateText(until, "date")}. Points are
        what the score of that week would gain, by the policy; where a list is full, those who would make way
        are counted against it.
      </p>
      {places.length === 0 ? (
        <EmptyState heading={`No session of ${specialty} in these weeks`} />
      ) : (
        <Places page={page} />
      )}
      {more > 0 ? <p>{counted(more, "session")} more do not take it.</p> : null}
      <Offers page={page} />
    </>
  );
}

function Places({ page }: { page: PlacesPage }) {
  return (
    <DataTable caption="Places, best first" captionHidden rows>
      <thead>
        <tr>
          <th scope="col">When and where</th>
          <th scope="col">Place</th>
          <th scope="col" className="app-number">
            Free now
          </th>
          <th scope="col">Would run over</th>
          <th scope="col" className="app-number">
            Points
          </th>
          <th scope="col">What it means</th>
          <th scope="col">
            <span className="nhsuk-u-visually-hidden">Place the patient</span>
          </th>
        </tr>
      </thead>
      <tbody>{places(page)}</tbody>
    </DataTable>
  );
}

function places(page: PlacesPage) {
  return page.places.map((place) => <Place key={place.session} place={place} page={page} />);
}

function Place({ place, page }: { place: PlaceLine; page: PlacesPage }) {
  const { kind, freeMinutes, overrun, points, words, displaced } = place;
  return (
    <tr>
      <th scope="row">
        <DateText date={place.date} style="short" />, {place.start} to {place.end}
        <span className="app-cell-note">
          {place.theatre}, {place.site} ({place.sessionId})
        </span>
      </th>
      <td data-label="Place">{kind === "free" ? <strong>{KIND_WORDS[kind]}</strong> : KIND_WORDS[kind]}</td>
      <td className="app-number" data-label="Free now">
        {freeMinutes} min
      </td>
      <td data-label="Would run over">{kind === "refused" ? "" : overrun}</td>
      <td className="app-number" data-label="Points">
        {points}
      </td>
      <td data-label="What it means" className="app-change__reason">
        {words}
        {displaced.length > 0 ? (
          <span className="app-cell-note">
            Would make way:{" "}
            {displaced.map(({ entry, patient, link }, at) => (
              <span key={entry}>
                {at > 0 ? ", " : ""}
                {link ? <Link to={link}>{patient}</Link> : patient}
              </span>
            ))}
          </span>
        ) : null}
      </td>
      <td className="app-nowrap">
        <Act place={place} page={page} />
      </td>
    </tr>
  );
}

/** One post places the patient where nothing stands in the way; the rest is decided on the week by hand. */
function Act({ place, page }: { place: PlaceLine; page: PlacesPage }) {
  if (!page.may.place || page.has) return null;
  const where = `${dateText(place.date, "short")}, ${place.start}, ${place.theatre}`;
  if (place.kind !== "free")
    return place.kind === "refused" ? null : (
      <Link to={`/weeks/${place.week}/change/cases/${page.id}?organisation=${page.organisation}`}>
        Decide by hand<span className="nhsuk-u-visually-hidden"> on {where}</span>
      </Link>
    );
  return (
    <Form method="post" className="app-no-print">
      <input type="hidden" name="intent" value="place" />
      <input type="hidden" name="organisation" value={page.organisation} />
      <input type="hidden" name="session" value={place.session} />
      <input type="hidden" name="week" value={place.week} />
      <input type="hidden" name="baseRevision" value={place.revision} />
      <Button type="submit" secondary small preventDoubleClick>
        Place here<span className="nhsuk-u-visually-hidden">: {where}</span>
      </Button>
    </Form>
  );
}
