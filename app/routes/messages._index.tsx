import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import { HowSent, MessageTabs, UnreachableLinks } from "~/components/messages/how-sent";
import { LyingNotice } from "~/components/messages/lying-notice";
import { MessagesTable } from "~/components/messages/messages-table";
import { Notice } from "~/components/notice";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { Pages } from "~/components/pages";
import { ProblemSummary, type Problem } from "~/components/problem-summary";
import { counted } from "~/domain/figure-words";
import { formText, readForm } from "~/http/form-text";
import { markPosted } from "~/services/sending/mark-posted.server";
import { sendAllAgain } from "~/services/sending/send-again.server";
import { store } from "~/store.server";
import { messageProblems, messagesPage } from "~/views/messages/messages.server";

export const meta = () => pageTitle("Messages to patients");

/** Also after an answer that refuses: what was done with the others is shown beside it. */
export const shouldRevalidate = () => true;

export const loader = guarded("message.send", async ({ request, user, scope }) => {
  const search = new URL(request.url).searchParams;
  const page = Math.max(1, Number.parseInt(search.get("page") ?? "1", 10) || 1);
  const choose = search.get("choose") === "all";
  return { ...(await messagesPage(user, scope, { show: search.get("show"), page })), choose };
});

/** What a person is told who has to see to something; `done` is what was done all the same. */
const refused = (status: 400 | 409, problems: Problem[], done = 0) => data({ problems, done }, { status });

const NO_FILE =
  "was not recorded: its file does not lie in the outbox. Choose it and send it again, then post what is written anew";

export const action = guarded("message.send", async ({ request, user, scope }) => {
  const form = await readForm(request);
  const actor = { kind: "user", id: user.id } as const;
  const again = formText(form, "does") === "again";
  const chosen = [...new Set(form.getAll("message").filter((id) => typeof id === "string"))];
  if (chosen.length === 0)
    return refused(400, [
      {
        field: "",
        message: again ? "Choose the messages to send again" : "Choose the messages that were sent",
      },
    ]);
  if (again) {
    const { queued, refusals } = await sendAllAgain(scope, store(), actor, chosen);
    if (refusals.length === 0) return redirect(`/messages?show=waiting&done=again&count=${queued}`);
    return refused(409, await messageProblems(user, scope, refusals), queued);
  }
  const { posted, lacking } = await markPosted(scope, store(), actor, chosen);
  if (lacking.length === 0) return redirect(`/messages?done=posted&count=${posted}`);
  const why = lacking.map(({ id }) => ({ id, why: NO_FILE }));
  return refused(409, await messageProblems(user, scope, why), posted);
});

export default function Messages() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const [done, count] = answer ? [null, ""] : [search.get("done"), search.get("count")];
  return (
    <>
      {done === "posted" ? <Notice success>Recorded as sent: {count}.</Notice> : null}
      {done === "again" ? <Notice success>To be sent again: {count}.</Notice> : null}
      <UnreachableLinks page={page} />
      <LyingNotice lying={page.lying} linked={false} />
      <ProblemSummary problems={answer?.problems} />
      {answer?.done ? (
        <p className="app-measure">Done for the other {counted(answer.done, "message")}.</p>
      ) : null}
      <PageHeading caption="What patients are sent, and what came of it">Messages</PageHeading>
      <HowSent page={page} />
      <MessageTabs page={page} />
      <MessagesTable page={page} choose={page.choose} />
      {page.lines.length > 0 ? (
        <Pages
          page={page.page}
          pageSize={page.pageSize}
          total={page.counts[page.show]}
          noun="messages"
          hrefOf={(number) => `/messages?show=${page.show}&page=${number}`}
        />
      ) : null}
    </>
  );
}
