import { useLoaderData } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import { dateText } from "~/components/date-text";
import print from "~/components/lists/print.css?url";
import { TransportSheet } from "~/components/lists/transport-sheet";
import { WeekPapers } from "~/components/lists/week-papers";
import { pageTitle } from "~/components/page-title";
import { store } from "~/store.server";
import { tciPage } from "~/views/tci.server";
import { weekWithPatients } from "~/views/week-asked.server";

export const links = () => [{ rel: "stylesheet", href: print }];

export const meta = ({ data }: { data?: Awaited<ReturnType<typeof loader>> }) =>
  pageTitle(
    data && "week" in data ? `Transport list, week of ${dateText(data.week, "date")}` : "Transport list",
  );

export const loader = guarded("patient.view", async (args) =>
  tciPage(await weekWithPatients(args), store().now()),
);

export default function Transport() {
  const page = useLoaderData<typeof loader>();
  return (
    <>
      <WeekPapers page={page} here="transport" heading="Transport list" />
      <TransportSheet page={page} />
    </>
  );
}
