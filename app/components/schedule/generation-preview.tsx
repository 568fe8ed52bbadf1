import { Form } from "@remix-run/react";
import { Button, TextInput } from "nhsuk-react-components";
import { DataTable } from "~/components/data-table";
import { DateText, dateText } from "~/components/date-text";
import { counted } from "~/domain/figure-words";
import type { Skip } from "~/domain/schedule/generation";
import type { GenerationPage } from "~/views/schedule/generation.server";

/** Which weeks. */
export function SpanForm({ page }: { page: GenerationPage }) {
  return (
    <search className="app-filter">
      <Form method="get" aria-label="Choose the weeks">
        <div className="app-filter__fields">
          <input type="hidden" name="organisation" value={page.organisation} />
          <TextInput
            id="from"
            name="from"
            type="date"
            label="From the week of"
            width="10"
            defaultValue={page.from}
            key={page.from}
          />
          <TextInput
            id="weeks"
            name="weeks"
            inputMode="numeric"
            label="Weeks, at most 26"
            width="3"
            defaultValue={String(page.weeks)}
            key={page.weeks}
          />
          <Button type="submit" secondary small>
            Show
          </Button>
        </div>
      </Form>
    </search>
  );
}

/** What would be made, and what is skipped and why; nothing is made yet. */
export function GenerationPreview({ page }: { page: GenerationPage }) {
  const { made, madeBefore, skipped, byWeek, holidays, holidaysUntil, source } = page;
  return (
    <>
      <p>
        <strong>{counted(made, "session")}</strong> to make
        {madeBefore > 0 ? `; ${counted(madeBefore, "was", "were")} made before and stay as they are` : ""}
        {skipped.length > 0 ? `; ${counted(skipped.length, "session is", "sessions are")} skipped` : ""}.
      </p>
      {holidays.length > 0 ? (
        <p>
          Bank holidays: {holidays.map(({ date, name }) => `${dateText(date, "short")} (${name})`).join(", ")}
          . Source: {source}.
        </p>
      ) : null}
      {holidaysUntil === null ? null : (
        <p>
          Bank holidays are known until <DateText date={holidaysUntil} style="date" /> only: look at the days
          after it yourself.
        </p>
      )}
      {byWeek.length > 0 ? <Weeks page={page} /> : null}
      {skipped.length > 0 ? <Skipped page={page} /> : null}
    </>
  );
}

function Weeks({ page: { byWeek } }: { page: GenerationPage }) {
  return (
    <DataTable caption="By week">
      <thead>
        <tr>
          <th scope="col">Week of</th>
          <th scope="col" className="app-number">
            To make
          </th>
          <th scope="col" className="app-number">
            Made before or skipped
          </th>
        </tr>
      </thead>
      <tbody>
        {byWeek.map(({ week, made, skipped }) => (
          <tr key={week}>
            <th scope="row">
              <DateText date={week} style="brief" />
            </th>
            <td className="app-number">{made}</td>
            <td className="app-number">{skipped}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function Skipped({ page: { skipped } }: { page: GenerationPage }) {
  return (
    <DataTable caption="Skipped, and why" rows>
      <thead>
        <tr>
          <th scope="col">Day</th>
          <th scope="col">Theatre</th>
          <th scope="col">Times</th>
          <th scope="col">Why</th>
        </tr>
      </thead>
      <tbody>
        {skipped.map(({ date, siteName, theatre, start, end, skip }) => (
          <tr key={`${date} ${siteName} ${theatre} ${start} ${skip.kind}`}>
            <th scope="row">
              <DateText date={date} style="short" />
            </th>
            <td data-label="Theatre">
              {theatre}, {siteName}
            </td>
            <td data-label="Times">
              {start} to {end}
            </td>
            <td data-label="Why">{skipWords(skip)}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function skipWords(skip: Skip): string {
  switch (skip.kind) {
    case "madeBefore":
      return "Made before";
    case "bankHoliday":
      return `Bank holiday: ${skip.name}`;
    case "overlap":
      return `The theatre is held by session ${skip.sessionId}`;
    case "ended":
      return `The recurring session ended on ${dateText(skip.on, "brief")}`;
    case "notYet":
      return `The recurring session begins on ${dateText(skip.from, "brief")}`;
  }
}
