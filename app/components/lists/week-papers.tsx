import { Link } from "@remix-run/react";
import { DateText } from "~/components/date-text";
import { PageHeading } from "~/components/page-heading";
import { Back } from "~/components/trail";
import type { IsoDate } from "~/domain/calendar";

interface WeekPapersProps {
  page: { week: IsoDate; organisation: string };
  here: "tci" | "transport" | "letters";
  heading: string;
}

const PAPERS = [
  ["tci", "TCI list"],
  ["transport", "Transport list"],
  ["letters", "Letters"],
] as const;

/** The head of a week's papers, with its neighbours and the week as a file. */
export function WeekPapers({ page: { week, organisation }, here, heading }: WeekPapersProps) {
  const query = `?organisation=${encodeURIComponent(organisation)}`;
  return (
    <div className="app-no-print">
      <Back to={`/weeks/${week}${query}`}>The week</Back>
      <PageHeading
        caption={
          <>
            Week of <DateText date={week} style="date" />
          </>
        }
      >
        {heading}
      </PageHeading>
      <p>
        {PAPERS.filter(([name]) => name !== here).map(([name, words]) => (
          <span key={name}>
            <Link to={`/weeks/${week}/${name}${query}`}>{words}</Link>
            {" · "}
          </span>
        ))}
        <a href={`/weeks/${week}/lists.csv${query}`}>All lists of the week as CSV</a>
      </p>
    </div>
  );
}
