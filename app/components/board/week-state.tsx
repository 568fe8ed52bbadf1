import { Form, Link } from "@remix-run/react";
import { Button } from "nhsuk-react-components";
import type { WeekHead } from "~/views/week-head.server";
import { weekPath } from "./week-path";

/** Where the week stands, in words, and which of proposal and accepted week is shown. */
export function WeekState({ head }: { head: WeekHead }) {
  const { accepted, proposal, failed, openRun, shows, sessions } = head;
  if (sessions === 0) return null;
  return (
    <div className="app-week__state">
      {openRun ? (
        <p>
          <strong>This week is being planned.</strong> <Link to={`/runs/${openRun}`}>Watch it</Link>
        </p>
      ) : null}
      {failed ? (
        <p>
          <strong>The last solve ended without a plan.</strong> {failed.message}
        </p>
      ) : null}
      {accepted ? <p className="app-week__accepted">{accepted}</p> : null}
      {proposal ? <p>{proposal.words}</p> : null}
      {!accepted && !proposal && !openRun ? <p>No plan yet.</p> : null}
      {accepted && proposal ? <Which head={head} /> : null}
      {proposal && shows === "proposal" ? <Accept head={head} run={proposal.run} /> : null}
    </div>
  );
}

function Which({ head }: { head: WeekHead }) {
  const { shows } = head;
  return (
    <nav aria-label="Which plan" className="app-week__which">
      {shows === "proposal" ? (
        <>
          <strong aria-current="page">Proposal</strong>
          <Link to={weekPath(head, { show: "accepted" })}>Accepted week</Link>
        </>
      ) : (
        <>
          <Link to={weekPath(head)}>Proposal</Link>
          <strong aria-current="page">Accepted week</strong>
        </>
      )}
    </nav>
  );
}

function Accept({ head, run }: { head: WeekHead; run: string }) {
  if (!head.may.accept) return null;
  return (
    <Form method="post" action={`/weeks/${head.week}/accept`} className="app-no-print">
      <input type="hidden" name="organisation" value={head.organisation} />
      <input type="hidden" name="run" value={run} />
      <input type="hidden" name="baseRevision" value={head.revision} />
      <Button type="submit" preventDoubleClick>
        Accept this plan
      </Button>
    </Form>
  );
}
