import { Link, useLoaderData } from "@remix-run/react";
import { signedIn } from "~/auth/guard.server";
import { EmptyState } from "~/components/empty-state";
import { Counts } from "~/components/home/counts";
import { WeeksTable } from "~/components/home/weeks-table";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { counted } from "~/domain/figure-words";
import { homePage } from "~/views/home.server";

export const meta = () => pageTitle("Home");

export const loader = signedIn(({ user }) => homePage(user));

export default function Home() {
  const { name, roles, tasks, weeks, undated, readiness, cancelled, imports } =
    useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading caption={roles.join(", ")}>Good day, {name}</PageHeading>
      {tasks.length === 0 ? (
        <EmptyState heading="Nothing here for you yet">
          <p>Your account has no role that does anything. Ask an administrator of Hublist for one.</p>
        </EmptyState>
      ) : null}
      {imports.length > 0 ? (
        <>
          <h2 className="nhsuk-heading-m">Imports that wait for you</h2>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {imports.map(({ id, fileName, faults }) => (
              <li key={id}>
                <Link to={`/imports/${id}`}>{fileName}</Link>: confirm it or leave it
                {faults > 0 ? ` (${counted(faults, "fault")})` : ""}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {weeks && weeks.length > 0 ? (
        <>
          <h2 className="nhsuk-heading-m">The coming weeks</h2>
          <WeeksTable weeks={weeks} />
        </>
      ) : null}
      {undated ? (
        <>
          <h2 className="nhsuk-heading-m">Urgent and long waits without a date</h2>
          <Counts label="Urgent and long waits without a date" counts={undated} />
        </>
      ) : null}
      {readiness ? (
        <>
          <h2 className="nhsuk-heading-m">Before they can be planned</h2>
          <Counts label="Before they can be planned" counts={readiness} />
        </>
      ) : null}
      {cancelled ? (
        <>
          <h2 className="nhsuk-heading-m">After a cancellation</h2>
          <Counts label="After a cancellation" counts={cancelled} />
        </>
      ) : null}
      <h2 className="nhsuk-heading-m">Where to go</h2>
      <ul className="app-tasks">
        {tasks.map(({ to, text, sentence }) => (
          <li key={to} className="app-task">
            <h3 className="nhsuk-heading-s">
              <Link to={to}>{text}</Link>
            </h3>
            <p>{sentence}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
