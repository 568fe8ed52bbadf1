import { Link, useLoaderData } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import { DateText } from "~/components/date-text";
import { DimensionTable, HowCounted, WholeFigures } from "~/components/figures-page/figure-tables";
import css from "~/components/figures-page/figures.css?url";
import { FilterSelect } from "~/components/filter-fields";
import { FilterForm } from "~/components/filter-form";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { figuresPage } from "~/views/figures/figures.server";

export const links = () => [{ rel: "stylesheet", href: css }];

export const meta = () => pageTitle("Figures");

export const loader = guarded("figures.view", ({ request, user, scope }) =>
  figuresPage(user, scope, Number(new URL(request.url).searchParams.get("days"))),
);

const PERIOD_WORDS: Record<number, string> = { 28: "4 weeks", 91: "3 months", 365: "12 months" };
const periodWords = (days: number) => `The last ${PERIOD_WORDS[days] ?? `${days} days`}`;

export default function FiguresOfScreening() {
  const page = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading
        caption={periodWords(page.days)}
        actions={
          <a href={`/figures.csv?days=${page.days}`} download className="app-no-print">
            Download as CSV
          </a>
        }
      >
        Figures of screening and contact
      </PageHeading>
      <p className="app-lead">
        <DateText date={page.from} style="date" /> to <DateText date={page.to} style="date" />.{" "}
        <Link to="/figures#how">How these are counted</Link>
      </p>
      <FilterForm label="Period of the figures" resetTo="/figures">
        <FilterSelect
          name="days"
          label="Period"
          choices={page.periods.map((days) => ({ value: String(days), text: periodWords(days) }))}
          value={String(page.days)}
          all="The usual one"
        />
      </FilterForm>
      <WholeFigures page={page} />
      {page.tables.map((table) => (
        <DimensionTable key={table.dimension} table={table} />
      ))}
      <HowCounted page={page} />
    </>
  );
}
