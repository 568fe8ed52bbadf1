import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import { whatIfPath } from "~/components/board/week-path";
import { ConfirmPage } from "~/components/confirm-page";
import { pageTitle } from "~/components/page-title";
import { notFound } from "~/http/refusal";
import { closeWhatIf } from "~/services/what-if/plan-what-if.server";
import { store } from "~/store.server";
import { whatIfPage } from "~/views/what-ifs.server";

export const meta = () => pageTitle("Close a what-if");

const NOT_FOUND = "There is no such what-if in your organisations.";

export const loader = guarded("plan.solve", async ({ params, user, scope }) => {
  const page = await whatIfPage(user, scope, params.id ?? "");
  if (page === null) throw notFound(NOT_FOUND);
  return { id: page.shown.id, name: page.shown.name };
});

export const action = guarded("plan.solve", async ({ params, user, scope }) => {
  const page = await whatIfPage(user, scope, params.id ?? "");
  if (page === null) throw notFound(NOT_FOUND);
  // Whoever was first has closed it: the outcome is the same.
  await closeWhatIf(scope, store(), { kind: "user", id: user.id }, page.shown.id);
  return redirect(whatIfPath(page));
});

export default function CloseWhatIf() {
  const { id, name } = useLoaderData<typeof loader>();
  return (
    <ConfirmPage question={`Close “${name}”?`} doText="Close it" cancelTo={`/scenarios/${id}`}>
      <p>It leaves the list of this week’s what-ifs. If it is being planned, that ends without a plan.</p>
      <p>A plan that it already has stays, and so does the record of who made it.</p>
    </ConfirmPage>
  );
}
