import { data, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "nhsuk-react-components";
import { guarded } from "~/auth/guard.server";
import hand from "~/components/hand/hand.css?url";
import { AnswerBox } from "~/components/hand/answer-box";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { Back } from "~/components/trail";
import { formText, readForm } from "~/http/form-text";
import { heldHandWeek, type HandAsked } from "~/services/hand/held-week.server";
import { undoChange } from "~/services/hand/undo-change.server";
import { actKey, listUndoOffered, undoListAct } from "~/services/hand/undo-list.server";
import { store } from "~/store.server";
import { baseRevision, changePath, handAsked } from "~/views/hand/hand-asked.server";
import { handAnswer, STATUS, type HandAnswer } from "~/views/hand/hand-answer.server";
import { listAnswer } from "~/views/hand/change-case.server";
import type { HandPageAsked } from "~/views/hand/hand-people.server";
import { permitsOf } from "~/views/hand/hand-case.server";
import { undoPage } from "~/views/hand/hand-undo.server";

export const links = () => [{ rel: "stylesheet", href: hand }];
export const meta = () => pageTitle("Undo a change");

export const loader = guarded("list.change", async (args) => {
  const asked = handAsked(args);
  return { ...(await undoPage(asked)), back: changePath(asked) };
});

const NOTHING: HandAnswer = {
  kind: "refused",
  heading: "Nothing was taken back",
  sentences: [
    "The change that you saw is not your last one any more, or somebody has moved its patients since.",
  ],
  ask: false,
};

export const action = guarded("list.change", async (args) => {
  const form = await readForm(args.request);
  const asked = handAsked(args);
  const { organisation, week, today } = asked;
  const revision = Number(formText(form, "revision"));
  const reason = formText(form, "reason");
  const wanted = { organisation, week, today, revision, reason, baseRevision: baseRevision(form) };
  const act = formText(form, "act");
  const answer =
    act === ""
      ? await undoPlaces(asked, wanted)
      : await undoOnList(asked, { organisation, week, today, reason }, act);
  if (answer.kind === "done" && formText(form, "answer") !== "data")
    return redirect(changePath(asked, "", { done: answer.words }));
  return data({ answer, typed: {}, lifted: [] as string[] }, { status: STATUS[answer.kind] });
});

const DONE = "Your last change is taken back";

async function undoPlaces(
  asked: HandPageAsked,
  wanted: Parameters<typeof undoChange>[4],
): Promise<HandAnswer> {
  const { user, scope } = asked;
  const actor = { kind: "user", id: user.id } as const;
  const outcome = await undoChange(scope, permitsOf(user), store(), actor, wanted);
  if (outcome.kind === "nothingToUndo" || outcome.kind === "notFound") return NOTHING;
  return handAnswer(user, scope, asked, outcome, DONE);
}

async function undoOnList(
  { user, scope }: HandPageAsked,
  wanted: HandAsked & { reason: string },
  act: string,
): Promise<HandAnswer> {
  const actor = { kind: "user", id: user.id } as const;
  const week = await heldHandWeek(store(), wanted);
  const undo = await listUndoOffered(scope, store().db, actor, week);
  if (undo === null || actKey(undo.act) !== act) return NOTHING;
  const outcome = await undoListAct(scope, permitsOf(user), store(), actor, wanted, undo);
  return outcome.kind === "notFound" ? NOTHING : listAnswer(outcome, DONE);
}

export default function UndoChange() {
  const { undo, revision, back } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  return (
    <div className="app-measure">
      <Back to={back}>Back to the board</Back>
      {answered ? <AnswerBox answer={answered.answer} /> : null}
      <PageHeading>Undo your last change</PageHeading>
      {undo ? (
        <Form method="post">
          <p>This will put {undo.sentence}. It is recorded as a new change.</p>
          <input type="hidden" name="revision" value={undo.revision} />
          <input type="hidden" name="act" value={undo.act} />
          <input type="hidden" name="baseRevision" value={revision} />
          <div className="app-buttons">
            <Button type="submit" preventDoubleClick>
              Undo it
            </Button>
            <Link to={back}>Leave it</Link>
          </div>
        </Form>
      ) : (
        <p>
          There is nothing of yours to undo in this week, or somebody else has moved those patients since.
        </p>
      )}
    </div>
  );
}
