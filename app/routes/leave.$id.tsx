import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import { today } from "~/clock.server";
import { ConfirmPage } from "~/components/confirm-page";
import { pageTitle } from "~/components/page-title";
import { leaveWords } from "~/components/schedule/session-life-words";
import { counted } from "~/domain/figure-words";
import { notFound } from "~/http/refusal";
import { endLeave } from "~/services/leave/keep-leave.server";
import { oneLeave } from "~/views/leave/one-leave.server";

export const meta = () => pageTitle("Withdraw leave");

const NOT_FOUND =
  "There is no such leave in the organisations where you may change sessions, or it was withdrawn.";

export const loader = guarded("session.edit", async ({ params, scope }) => {
  const leave = await oneLeave(scope, params.id!, today());
  if (!leave) throw notFound(NOT_FOUND);
  return leave;
});

export const action = guarded("session.edit", async ({ params, user, scope }) => {
  await endLeave(user, scope, params.id!);
  return redirect("/leave");
});

export default function WithdrawLeave() {
  const leave = useLoaderData<typeof loader>();
  return (
    <ConfirmPage question="Withdraw this leave?" doText="Withdraw the leave" cancelTo="/leave">
      <p>
        {leaveWords(leave)}. It no longer marks {counted(leave.sessions.length, "session")}; the record that
        it was there stays.
      </p>
    </ConfirmPage>
  );
}
