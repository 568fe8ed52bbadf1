import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guarded, requireAlso } from "~/auth/guard.server";
import { today } from "~/clock.server";
import { GapView } from "~/components/best-fit/gap-view";
import { PlacingRefused } from "~/components/best-fit/placing-refused";
import { pageTitle } from "~/components/page-title";
import { ProblemSummary } from "~/components/problem-summary";
import whatIfStyles from "~/components/what-if/what-if.css?url";
import { formText, readForm } from "~/http/form-text";
import { badRequest, notFound } from "~/http/refusal";
import { placeEntry, recordOffer } from "~/services/best-fit/offer-place.server";
import { store } from "~/store.server";
import { gapPage } from "~/views/gap.server";
import { placingRefusal } from "~/views/placing-refusal";
import { weekOf } from "~/views/sessions-week";

export const links = () => [{ rel: "stylesheet", href: whatIfStyles }];
export const meta = () => pageTitle("Fill a gap");

const NOT_FOUND = "There is no such session at your sites, or no such patient.";
const LONGEST_NOTE = 300;

export const loader = guarded("waitingList.view", async ({ params, user, scope }) => {
  const page = await gapPage(user, scope, params.id!);
  if (page === null) throw notFound(NOT_FOUND);
  return page;
});

export const action = guarded("waitingList.view", async ({ request, params, user }) => {
  const form = await readForm(request);
  const intent = formText(form, "intent");
  const note = formText(form, "note");
  if (note.length > LONGEST_NOTE)
    return data(
      { problems: [{ field: "", message: `Write the note in at most ${LONGEST_NOTE} characters` }] },
      { status: 400 },
    );
  if (intent === "call") return called(await requireAlso(user, "patient.tell"), form, params.id!, user.id);
  if (intent !== "place") throw badRequest("The form does not say what to do.");
  const own = await requireAlso(user, "list.change");
  const revision = formText(form, "baseRevision");
  if (!/^\d{1,9}$/.test(revision))
    throw badRequest("The form does not say which revision of the week it stands on.");
  const week = weekOf(formText(form, "week"));
  if (week === null) throw badRequest("The form does not say which week it is about.");
  const [organisation, entry] = [formText(form, "organisation"), formText(form, "entry")];
  const permits = { override: user.scope("rule.override"), reopen: user.scope("lock.reopen") };
  const outcome = await placeEntry(
    own,
    permits,
    store(),
    { kind: "user", id: user.id },
    {
      ...{ organisation, week, entry, session: params.id!, reason: note },
      ...{ baseRevision: Number(revision), today: today() },
      agreedToNotice: form.get("shortNotice") === "yes",
    },
  );
  const refusal = placingRefusal(
    outcome,
    `/weeks/${week}/change/cases/${entry}?organisation=${organisation}`,
  );
  if (refusal) return data({ refusal }, { status: 409 });
  return redirect(`/sessions/${params.id}/gap`);
});

const ANSWERS = ["accepted", "declined", "noAnswer"] as const;

async function called(
  own: Awaited<ReturnType<typeof requireAlso>>,
  form: FormData,
  session: string,
  user: string,
) {
  const answer = ANSWERS.find((one) => one === formText(form, "answer"));
  const known = Number(form.get("calls"));
  if (answer === undefined || !Number.isInteger(known))
    throw badRequest("The form does not say what the patient answered.");
  const outcome = await recordOffer(
    own,
    store(),
    { kind: "user", id: user },
    {
      ...{
        entry: formText(form, "entry"),
        session,
        answer,
        note: formText(form, "note"),
        today: today(),
        known,
      },
    },
  );
  if (outcome.kind === "notFound") throw notFound(NOT_FOUND);
  return redirect(`/sessions/${session}/gap`);
}

export default function Gap() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      {answer && "problems" in answer ? <ProblemSummary problems={answer.problems} /> : null}
      {answer && "refusal" in answer ? <PlacingRefused refusal={answer.refusal} /> : null}
      <GapView page={page} />
    </>
  );
}
