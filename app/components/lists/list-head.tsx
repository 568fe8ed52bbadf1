import { Link } from "@remix-run/react";
import { DateText } from "~/components/date-text";
import { PageHeading } from "~/components/page-heading";
import type { ListPage } from "~/views/list-page.server";

/** Which list this is, where its neighbours are, and what can be taken away. */
export function ListHead({ page }: { page: ListPage }) {
  const { session, theatre, siteName, date, start, end, specialties, surgeons, anaesthetist } = page;
  const calendar = `/weeks/${page.week}/lists.ics?organisation=${encodeURIComponent(page.organisation)}`;
  return (
    <>
      <PageHeading
        caption={
          <>
            {siteName}, <DateText date={date} />
          </>
        }
        actions={page.may.print ? <Downloads session={session} differs={page.versions.length === 0} /> : null}
      >
        List of {theatre}, {start} to {end}
      </PageHeading>
      <p className="app-list-page__who">
        {specialties}. Surgeon: {surgeons || "none named"}. Anaesthetist: {anaesthetist || "not named"}.{" "}
        <Link to={`/sessions/${session}`}>Session {page.sessionId}</Link>,{" "}
        <Link to={`/weeks/${page.week}?organisation=${page.organisation}`}>the week</Link>. Calendar, without
        patients:{" "}
        <a href={`${calendar}&site=${page.site}&theatre=${encodeURIComponent(theatre)}`}>of this theatre</a>
        {page.surgeonCodes.map((code) => (
          <span key={code}>
            , <a href={`${calendar}&surgeon=${encodeURIComponent(code)}`}>of {code}</a>
          </span>
        ))}
      </p>
    </>
  );
}

function Downloads({ session, differs }: { session: string; differs: boolean }) {
  return (
    <>
      <Link to={`/sessions/${session}/list/print`} reloadDocument>
        {differs ? "Print the draft" : "Print"}
      </Link>{" "}
      <a href={`/sessions/${session}/list/csv`}>CSV</a>
    </>
  );
}
