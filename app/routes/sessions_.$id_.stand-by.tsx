import { useLoaderData } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import styles from "~/components/operating-day/operating-day.css?url";
import { StandByView } from "~/components/stand-by/stand-by-view";
import { pageTitle } from "~/components/page-title";
import { notFound } from "~/http/refusal";
import { standByPage } from "~/views/stand-by/stand-by.server";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = () => pageTitle("Stand-by");

export const loader = guarded("patient.tell", async ({ request, params, user, scope }) => {
  const { searchParams } = new URL(request.url);
  const asked = searchParams.get("minutes") ?? "";
  const minutes = /^\d{1,3}$/.test(asked) && Number(asked) > 0 ? Number(asked) : null;
  const page = await standByPage(user, scope, params.id ?? "", minutes);
  if (page === null) throw notFound("There is no such session at the sites where you call patients.");
  return { page, done: searchParams.get("done") ?? "" };
});

export default function StandBy() {
  const { page, done } = useLoaderData<typeof loader>();
  return <StandByView page={page} done={done} />;
}
