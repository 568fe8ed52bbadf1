import { useLoaderData } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import { today } from "~/clock.server";
import { DateText, dateText } from "~/components/date-text";
import { EmptyState } from "~/components/empty-state";
import { Figure, Figures } from "~/components/figures";
import styles from "~/components/operating-day/operating-day.css?url";
import { SessionsOfDay } from "~/components/operating-day/sessions-of-day";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { dateAsked } from "~/views/sessions-week";
import { todayPage, type TodayPage } from "~/views/operating-day/today.server";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = () => pageTitle("Today");

export const loader = guarded("list.view", ({ request, user, scope }) =>
  todayPage(user, scope, dateAsked(new URL(request.url).searchParams.get("date")) ?? today()),
);

export default function Today() {
  const page = useLoaderData<typeof loader>();
  const { date, day, previous, next, sites, may } = page;
  return (
    <>
      <PageHeading
        caption={
          day === "today" ? `Today, at ${page.now}` : day === "past" ? "A day that is over" : "A day to come"
        }
        actions={may.cancellations ? <a href="/cancellations">Cancellations</a> : null}
      >
        Theatres on {dateText(date)}
      </PageHeading>
      <nav className="app-views" aria-label="Days">
        <a href={`/today?date=${previous}`}>Day before</a>
        {day === "today" ? null : <a href="/today">Today</a>}
        <a href={`/today?date=${next}`}>Day after</a>
      </nav>
      {sites.length === 0 ? <NoSessions nearest={page.nearest} /> : <Totals page={page} />}
      {day === "future" && sites.length > 0 ? (
        <p>
          Times can be recorded on the day itself and after it. Until then the lists show what is planned.
        </p>
      ) : null}
      {sites.map((site) => (
        <SessionsOfDay key={site.code} site={site} />
      ))}
    </>
  );
}

function Totals({ page: { totals, day, overrunning } }: { page: TodayPage }) {
  return (
    <Figures label="The day in figures">
      <Figure value={totals.lists} label="lists with cases" />
      <Figure
        value={day === "future" ? totals.cases : `${totals.done} of ${totals.cases}`}
        label={day === "future" ? "cases planned" : "cases done"}
        note={totals.running > 0 ? `${totals.running} in theatre` : undefined}
      />
      {totals.cancelled > 0 ? <Figure value={totals.cancelled} label="cancelled" tone="attention" /> : null}
      {totals.late > 0 ? <Figure value={totals.late} label="started late" tone="attention" /> : null}
      {day === "past" ? null : (
        <Figure
          value={overrunning}
          label={
            overrunning === 1 ? "list likelier to overrun than not" : "lists likelier to overrun than not"
          }
          tone={overrunning > 0 ? "attention" : undefined}
        />
      )}
    </Figures>
  );
}

function NoSessions({ nearest }: { nearest: string | null }) {
  return (
    <EmptyState heading="No theatre session on this day">
      <p>
        {nearest === null ? (
          "Your sites have none from today on."
        ) : (
          <>
            The next day that has any is{" "}
            <a href={`/today?date=${nearest}`}>
              <DateText date={nearest} />
            </a>
            .
          </>
        )}
      </p>
    </EmptyState>
  );
}
