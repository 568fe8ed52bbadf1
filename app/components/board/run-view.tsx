import { Form, Link, useRevalidator } from "@remix-run/react";
import { Button } from "nhsuk-react-components";
import { dateText } from "~/components/date-text";
import { PageHeading } from "~/components/page-heading";
import { Back } from "~/components/trail";
import type { RunPage } from "~/views/run-page.server";
import { RunProgress } from "./run-progress";
import { useRunStanding } from "./use-run-standing";
import { weekPath } from "./week-path";

/** A solve as it goes: with scripts it moves by itself, without them it is refreshed. */
export function RunView({ page, refresh }: { page: RunPage; refresh: boolean }) {
  const { revalidate } = useRevalidator();
  const { standing, watched } = useRunStanding(page, revalidate);
  const { week, scenario } = page;
  const title = `Week of ${dateText(week, "date")}`;
  return (
    <>
      {scenario ? (
        <Back to={`/scenarios/${scenario}`}>What if</Back>
      ) : (
        <Back to={weekPath(page)}>{title}</Back>
      )}
      <PageHeading caption={scenario ? `What if, ${lower(title)}` : title}>{standing.heading}</PageHeading>
      <RunProgress standing={standing} />
      {standing.ended ? <Ended page={page} state={standing.state} /> : null}
      {!standing.ended && page.mayEnd ? (
        <EndButtons mayStop={standing.mayStop} mayCancel={standing.mayCancel} />
      ) : null}
      {standing.ended || watched ? null : <Refresh id={page.id} refresh={refresh} />}
      <p className="app-quiet">
        {page.asked}
        {standing.ended ? "" : " You can leave this page: the solve goes on."}
      </p>
    </>
  );
}

const lower = (title: string) => title.charAt(0).toLowerCase() + title.slice(1);

function Ended({ page, state }: { page: RunPage; state: string }) {
  const planned = state === "done" || state === "stopped";
  if (page.scenario)
    return (
      <p>
        <Link className="nhsuk-button" to={`/scenarios/${page.scenario}`}>
          {planned ? "See what came of it" : "Back to the what-if"}
        </Link>
      </p>
    );
  return (
    <p>
      <Link className="nhsuk-button" to={weekPath(page)}>
        {planned ? "See the plan" : "Back to the week"}
      </Link>
    </p>
  );
}

function EndButtons({ mayStop, mayCancel }: { mayStop: boolean; mayCancel: boolean }) {
  return (
    <Form method="post" className="app-buttons">
      {mayStop ? (
        <Button type="submit" name="intent" value="stop" preventDoubleClick>
          Stop and keep the best
        </Button>
      ) : null}
      {mayCancel ? (
        <Button type="submit" name="intent" value="cancel" secondary preventDoubleClick>
          Cancel
        </Button>
      ) : null}
    </Form>
  );
}

/** A page must not change by itself unless somebody asked for it. */
function Refresh({ id, refresh }: { id: string; refresh: boolean }) {
  return (
    <p className="app-run__refresh">
      <a href={refresh ? `/runs/${id}?refresh=on` : `/runs/${id}`}>Refresh this page</a>{" "}
      {refresh ? (
        <a href={`/runs/${id}`}>Stop refreshing by itself</a>
      ) : (
        <a href={`/runs/${id}?refresh=on`}>Refresh by itself every 5 seconds</a>
      )}
    </p>
  );
}
