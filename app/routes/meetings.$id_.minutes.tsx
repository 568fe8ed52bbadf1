import { useLoaderData } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import styles from "~/components/meetings/meeting.css?url";
import { MinutesView } from "~/components/meetings/minutes-view";
import { pageTitle } from "~/components/page-title";
import { notFound } from "~/http/refusal";
import { minutesPage } from "~/views/meetings/minutes.server";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = () => pageTitle("Minutes");

export const loader = guarded("meeting.hold", async ({ params, user, scope }) => {
  const page = await minutesPage(user, scope, params.id!);
  if (!page) throw notFound("There is no such meeting in your organisation.");
  return page;
});

export default function Minutes() {
  return <MinutesView page={useLoaderData<typeof loader>()} />;
}
