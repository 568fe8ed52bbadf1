import { useLoaderData } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import { today } from "~/clock.server";
import board from "~/components/board/board.css?url";
import { SessionsTable } from "~/components/board/sessions-table";
import { WeekFilter } from "~/components/board/week-filter";
import week from "~/components/board/week.css?url";
import { WeekLinks } from "~/components/board/week-links";
import { dateText } from "~/components/date-text";
import { EmptyState } from "~/components/empty-state";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { counted, hoursAndMinutes } from "~/domain/figure-words";
import { sessionsPage } from "~/views/sessions.server";
import type { SessionsPage } from "~/views/sessions.server";

export const links = () => [board, week].map((href) => ({ rel: "stylesheet", href }));
export const meta = () => pageTitle("Sessions");

export const loader = guarded("session.view", ({ request, scope }) =>
  sessionsPage(scope, new URL(request.url).searchParams, today()),
);

const hrefOf = (week: string) => `/sessions?week=${week}`;

export default function Sessions() {
  const page = useLoaderData<typeof loader>();
  const { week: shown, choices, filter } = page;
  return (
    <>
      <PageHeading
        caption="Theatre sessions"
        actions={
          <>
            <a href={`/weeks/${shown.weekStart}`}>Plan of this week</a>
            <a href="/schedule">Master theatre schedule</a>
            <a href="/leave">Leave</a>
          </>
        }
      >
        Week of {dateText(shown.weekStart, "date")}
      </PageHeading>
      <WeekLinks previous={shown.previous} next={shown.next} hrefOf={hrefOf} />
      {shown.bankHolidays.length > 0 ? (
        <p>
          Bank holiday in this week:{" "}
          {shown.bankHolidays.map(({ date, name }) => `${dateText(date, "short")} (${name})`).join(", ")}.
        </p>
      ) : null}
      {shown.all === 0 ? (
        <NoSessions page={page} />
      ) : (
        <>
          <WeekFilter
            label="Narrow the sessions down"
            choices={choices}
            filter={filter}
            resetTo={hrefOf(shown.weekStart)}
            keep={{ week: shown.weekStart }}
          />
          <p>
            {counted(shown.total.bookable, "session")} taking cases, {hoursAndMinutes(shown.total.minutes)} in
            all
            {shown.total.heldMinutes > 0 ? `, ${hoursAndMinutes(shown.total.heldMinutes)} held back` : ""}
            {shown.total.closed > 0 ? `; ${shown.total.closed} closed or not staffed` : ""}.
          </p>
          {shown.sites.map((site) => (
            <SessionsTable key={site.code} site={site} />
          ))}
        </>
      )}
    </>
  );
}

function NoSessions({ page: { weekWithSessions } }: { page: SessionsPage }) {
  return (
    <EmptyState heading="No theatre session in this week">
      <p>
        Sessions are made from the master theatre schedule, or come from the theatre system: import them under
        Imports.{" "}
        {weekWithSessions ? (
          <>
            The next week that has sessions is the{" "}
            <a href={hrefOf(weekWithSessions)}>week of {dateText(weekWithSessions, "date")}</a>.
          </>
        ) : (
          "No week from today on has any."
        )}
      </p>
    </EmptyState>
  );
}
