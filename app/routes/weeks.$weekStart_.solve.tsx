import { data, redirect } from "@remix-run/node";
import { Link, useActionData, useParams } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import { today } from "~/clock.server";
import weekStyles from "~/components/board/week.css?url";
import { SolveForm } from "~/components/board/solve-form";
import { Back } from "~/components/trail";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { ProblemSummary } from "~/components/problem-summary";
import { notFound } from "~/http/refusal";
import { startSolve } from "~/services/solve-week.server";
import { readWishes } from "~/services/solve-week-form.server";
import { store } from "~/store.server";
import { clashSentences } from "~/views/fixed-clashes.server";
import { solveRefusal } from "~/views/solve-refusal";
import { weekOf } from "~/views/sessions-week";
import { organisationQuery } from "~/views/week-choice.server";

export const links = () => [{ rel: "stylesheet", href: weekStyles }];
export const meta = () => pageTitle("Plan a week");

/** Nothing to load. It must not lead elsewhere: without scripts it runs after the action, whose answer would be lost. */
export const loader = guarded("plan.solve", () => null);

export const action = guarded("plan.solve", async ({ request, params, user, scope }) => {
  const form = await request.formData();
  const week = weekOf(params.weekStart ?? null);
  const organisation = scope.organisations.find((code) => code === form.get("organisation"));
  if (week === null || week !== params.weekStart || organisation === undefined)
    throw notFound("There is no such week.");
  const read = readWishes(form);
  const back = `/weeks/${week}${organisationQuery(scope, organisation)}`;
  if (read.kind === "refused") {
    const head = { week, organisation, policy: "", accepted: form.has("movePrice"), again: false };
    return data({ back, head, problems: read.problems, typed: read.typed }, { status: 400 });
  }
  const asked = { organisation, week, planDate: today(), wishes: read.wishes };
  const toldMovesMax = read.wishes.toldMovesMax ?? null;
  const clashes = await clashSentences({ ...asked, user, toldMovesMax });
  if (clashes.length > 0) {
    const board = `/weeks/${week}/change${organisationQuery(scope, organisation)}`;
    return data({ back, board, clashes }, { status: 409 });
  }
  const outcome = await startSolve(scope, store(), { kind: "user", id: user.id }, asked);
  if (outcome.kind === "noSessions" || outcome.kind === "otherSites") throw solveRefusal(outcome);
  return redirect(`/runs/${outcome.run}`);
});

interface FixedClashesProps {
  back: string;
  board: string;
  clashes: string[];
}

/** The cases that keep their place cannot all keep it: which rule, and by how much. */
function FixedClashes({ back, board, clashes }: FixedClashesProps) {
  return (
    <div className="app-measure">
      <Back to={back}>Back to the week</Back>
      <PageHeading>The week was not planned</PageHeading>
      <p>Nothing was started: the cases that keep their place cannot all keep it.</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {clashes.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p>
        <Link to={board}>Change the lists by hand</Link>: move one of them, take it out, or let it move in the
        next plan by unlocking its list or releasing its hold.
      </p>
    </div>
  );
}

/** Who comes by the address alone has sent nothing, and is told where a week is planned. */
function PlannedElsewhere({ week }: { week: string }) {
  return (
    <div className="app-measure">
      <Back to="/weeks">Weeks</Back>
      <PageHeading>A week is planned on its own page</PageHeading>
      <p>
        <Link to={`/weeks/${week}`}>Go to the week</Link> and choose Plan this week there.
      </p>
    </div>
  );
}

/** Seen when an option could not be read; who comes by the address alone is led to the week. */
export default function SolveRefused() {
  const answer = useActionData<typeof action>();
  const { weekStart } = useParams();
  if (answer && "clashes" in answer) return <FixedClashes {...answer} />;
  if (!answer || !("problems" in answer)) return <PlannedElsewhere week={weekStart ?? ""} />;
  const { back, head, problems, typed } = answer;
  return (
    <div className="app-measure">
      <Back to={back}>Back to the week</Back>
      <ProblemSummary problems={problems} />
      <PageHeading>The week was not planned</PageHeading>
      <p>Nothing was started. Correct what stands above and try again.</p>
      <SolveForm head={head} problems={problems} typed={typed} />
    </div>
  );
}
