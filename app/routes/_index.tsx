import { Link, useLoaderData } from "@remix-run/react";
import { signedIn } from "~/auth/guard.server";
import { EmptyState } from "~/components/empty-state";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { startPage } from "~/views/start-page.server";

export const meta = () => pageTitle("Home");

export const loader = signedIn(({ user }) => startPage(user));

export default function Home() {
  const { name, roles, tasks } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading caption={roles.join(", ")}>Good day, {name}</PageHeading>
      {tasks.length === 0 ? (
        <EmptyState heading="Nothing here for you yet">
          <p>Your account has no role that does anything. Ask an administrator of Hublist for one.</p>
        </EmptyState>
      ) : null}
      <ul className="app-tasks">
        {tasks.map(({ to, text, sentence }) => (
          <li key={to} className="app-task">
            <h2 className="nhsuk-heading-s">
              <Link to={to}>{text}</Link>
            </h2>
            <p>{sentence}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
