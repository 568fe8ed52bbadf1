import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import css from "~/components/lists/letter.css?url";
import { LetterPages } from "~/components/lists/letter-pages";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { Back } from "~/components/trail";
import { formText, readForm } from "~/http/form-text";
import { lettersToPrint } from "~/views/letters.server";
import { weekWithPatients } from "~/views/week-asked.server";

export const links = () => [{ rel: "stylesheet", href: css }];

export const meta = () => pageTitle("Print letters");

const backOf = ({ week, organisation }: { week: string; organisation: string }) =>
  `/weeks/${week}/letters?organisation=${encodeURIComponent(organisation)}`;

/** Nothing is printed by the address alone: letters are chosen on their page. */
export const loader = guarded("patient.tell", async (args) => ({
  back: backOf(await weekWithPatients(args)),
}));

export const action = guarded("patient.tell", async (args) => {
  const asked = await weekWithPatients(args);
  const form = await readForm(args.request);
  const entries = form.getAll("letter").flatMap((value) => String(value).split("|")[2] ?? []);
  const letters = await lettersToPrint(asked, entries);
  return data({ back: backOf(asked), large: formText(form, "size") === "large", letters });
});

export default function PrintLetters() {
  const { back } = useLoaderData<typeof loader>();
  const { large, letters } = useActionData<typeof action>() ?? { large: false, letters: [] };
  return (
    <>
      <div className="app-no-print">
        <Back to={back}>Letters of the week</Back>
        <PageHeading>{letters.length === 1 ? "1 letter" : `${letters.length} letters`} to print</PageHeading>
        <p>
          {letters.length === 0
            ? "No letter was chosen. Choose them on the page of letters."
            : "A4 upright, one page each. Print with the browser, then go back and record that they were sent."}
        </p>
      </div>
      <LetterPages letters={letters} large={large} />
    </>
  );
}
