import { useLoaderData } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import board from "~/components/board/board.css?url";
import hand from "~/components/hand/hand.css?url";
import week from "~/components/board/week.css?url";
import { dateText } from "~/components/date-text";
import { HandBoard } from "~/components/hand/hand-board";
import { pageTitle } from "~/components/page-title";
import { handAsked } from "~/views/hand/hand-asked.server";
import { handBoardPage } from "~/views/hand/hand-board.server";

export const links = () => [board, week, hand].map((href) => ({ rel: "stylesheet", href }));

export const meta = ({ data }: { data?: Awaited<ReturnType<typeof loader>> }) =>
  pageTitle(data ? `Change the week of ${dateText(data.week, "date")}` : "Change a week");

export const loader = guarded("list.change", (args) => handBoardPage(handAsked(args)));

export default function ChangeWeek() {
  return <HandBoard page={useLoaderData<typeof loader>()} />;
}
