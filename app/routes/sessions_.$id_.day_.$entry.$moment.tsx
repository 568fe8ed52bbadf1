import { data, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { Button, Checkboxes, Textarea, TextInput } from "nhsuk-react-components";
import { guarded } from "~/auth/guard.server";
import { today } from "~/clock.server";
import { DateText, InstantText } from "~/components/date-text";
import { momentWords } from "~/components/operating-day/moment-words";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { problemOf, ProblemSummary } from "~/components/problem-summary";
import { Back } from "~/components/trail";
import { formText, readForm } from "~/http/form-text";
import { notFound } from "~/http/refusal";
import { momentOf, readMomentForm } from "~/services/operating-day/moment-form.server";
import { recordCaseMoment } from "~/services/operating-day/record-moment.server";
import { store } from "~/store.server";
import { momentPage } from "~/views/operating-day/moment-page.server";
import { refusalOfMoment } from "~/views/operating-day/moment-refusal.server";

export const meta = () => pageTitle("Time of a case");

const NOT_FOUND = "There is no such moment of a case at the sites where you record the day.";

export const loader = guarded("day.record", async ({ params, user, scope }) => {
  const moment = momentOf(params.moment);
  const asked = { session: params.id ?? "", entry: params.entry ?? "" };
  const page = moment && (await momentPage(user, scope, { ...asked, moment }));
  if (!page) throw notFound(NOT_FOUND);
  return page;
});

export const action = guarded("day.record", async ({ request, params, user, scope }) => {
  const moment = momentOf(params.moment);
  if (moment === null) throw notFound(NOT_FOUND);
  const form = await readForm(request);
  const typed = { time: formText(form, "time"), reason: formText(form, "reason") };
  const { given, problems } = readMomentForm(form);
  if (!given) return data({ problems, typed }, { status: 400 });
  const { time, base, reason, takenBack } = given;
  const correction = base === "" ? null : { reason, base, takenBack };
  const asked = {
    session: params.id ?? "",
    entry: params.entry ?? "",
    moment,
    time,
    correction,
    today: today(),
  };
  const outcome = await recordCaseMoment(scope, store(), { kind: "user", id: user.id }, asked);
  if (outcome.kind === "notFound") throw notFound(NOT_FOUND);
  if (outcome.kind === "recorded") return redirect(`/sessions/${params.id}/day#at-${params.entry}`);
  const message = await refusalOfMoment(outcome, moment);
  const field = outcome.kind === "clash" ? "time" : "";
  return data({ problems: [{ field, message: message.replace(/\.$/, "") }], typed }, { status: 409 });
});

export default function TimeOfCase() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const back = `/sessions/${page.session}/day`;
  const isCorrection = page.base !== "";
  return (
    <div className="app-measure">
      <Back to={back}>Running list</Back>
      <ProblemSummary problems={answer?.problems} />
      <PageHeading caption={`${page.patient}, ${page.theatre}`}>
        {isCorrection ? `Correct: ${momentWords(page.moment)}` : `Add: ${momentWords(page.moment)}`}
      </PageHeading>
      <p>
        {isCorrection ? `Recorded as ${page.time}` : "Not recorded"} on <DateText date={page.date} />.
      </p>
      <Form method="post">
        <input type="hidden" name="base" value={page.base} />
        <TextInput
          id="time"
          name="time"
          label={`When was it? Hours and minutes${page.now ? `; now it is ${page.now}` : ""}`}
          width="5"
          inputMode="numeric"
          autoComplete="off"
          defaultValue={answer?.typed.time ?? (page.time || page.now)}
          error={problemOf(answer?.problems, "time")}
        />
        {isCorrection ? (
          <>
            <Checkboxes name="happened" id="happened">
              <Checkboxes.Item value="no">It did not happen: take the record back</Checkboxes.Item>
            </Checkboxes>
            <Textarea
              id="reason"
              name="reason"
              label="Why?"
              rows={2}
              defaultValue={answer?.typed.reason ?? ""}
              error={problemOf(answer?.problems, "reason")}
            />
          </>
        ) : null}
        <div className="app-buttons">
          <Button type="submit" preventDoubleClick>
            {isCorrection ? "Correct it" : "Record it"}
          </Button>
          <Link to={back}>Cancel</Link>
        </div>
      </Form>
      {page.history.length > 0 ? <History page={page} /> : null}
    </div>
  );
}

function History({
  page: { history },
}: {
  page: { history: { time: string; by: string; at: string; reason: string }[] };
}) {
  return (
    <>
      <h2 className="nhsuk-heading-s">What was recorded, the last first</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {history.map(({ time, by, at, reason }) => (
          <li key={at}>
            {time || "Taken back"}, by {by} on <InstantText at={new Date(at)} />
            {reason ? `: ${reason}` : ""}
          </li>
        ))}
      </ul>
    </>
  );
}
