import { useLoaderData } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import css from "~/components/lists/letter.css?url";
import { LetterPages } from "~/components/lists/letter-pages";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { Back } from "~/components/trail";
import { lettersToPrint } from "~/views/letters.server";
import { weekWithPatients } from "~/views/week-asked.server";

export const links = () => [{ rel: "stylesheet", href: css }];

export const meta = () => pageTitle("Print letters");

export const loader = guarded("patient.tell", async (args) => {
  const asked = await weekWithPatients(args);
  const search = new URL(args.request.url).searchParams;
  const entries = search.getAll("letter").flatMap((value) => value.split("|")[2] ?? []);
  return {
    back: `/weeks/${asked.week}/letters?organisation=${encodeURIComponent(asked.organisation)}`,
    large: search.get("size") === "large",
    letters: await lettersToPrint(asked, entries),
  };
});

export default function PrintLetters() {
  const { back, large, letters } = useLoaderData<typeof loader>();
  return (
    <>
      <div className="app-no-print">
        <Back to={back}>Letters of the week</Back>
        <PageHeading>{letters.length === 1 ? "1 letter" : `${letters.length} letters`} to print</PageHeading>
        <p>A4 upright, one page each. Print with the browser, then go back and record that they were sent.</p>
      </div>
      <LetterPages letters={letters} large={large} />
    </>
  );
}
