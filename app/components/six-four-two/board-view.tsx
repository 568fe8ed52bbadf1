import { DataTable } from "~/components/data-table";
import { DateText, dateText } from "~/components/date-text";
import { EmptyState } from "~/components/empty-state";
import { FilterSelect } from "~/components/filter-fields";
import { FilterForm } from "~/components/filter-form";
import { Pages } from "~/components/pages";
import { counted } from "~/domain/figure-words";
import type { SixFourTwoBoard } from "~/views/six-four-two/board.server";
import { BoardRowView } from "./board-row";
import { MilestoneCounts } from "./milestone-counts";
import { MILESTONE_WORDS } from "./words";
import { MILESTONES } from "~/domain/six-four-two/milestones";

interface BoardViewProps {
  board: SixFourTwoBoard;
  mayEdit: boolean;
  /** Path and query of this very page. */
  here: string;
}

/** The 6-4-2 board below its heading. */
export function BoardView({ board, mayEdit, here }: BoardViewProps) {
  return (
    <>
      <p>
        {counted(board.all, "session")} from <DateText date={board.from} style="date" /> to{" "}
        <DateText date={board.to} style="date" />;{" "}
        <strong>{counted(board.late, "is late", "are late")}</strong>. What is late stands first, the nearest
        day before others.
      </p>
      {board.holidays.length > 0 ? (
        <p>
          Bank holidays in these weeks:{" "}
          {board.holidays.map(({ date, name }) => `${dateText(date, "short")} (${name})`).join(", ")}.
        </p>
      ) : null}
      <MilestoneCounts
        counts={board.counts}
        settingsNumber={board.settingsNumber}
        filledBorder={board.filledBorder}
      />
      <Filter board={board} />
      {board.rows.length === 0 ? (
        <EmptyState heading={board.all === 0 ? "No session in the next eight weeks" : "No session matches"}>
          <p>
            {board.all === 0
              ? "Sessions are made from the schedule, added for a date, or imported from the theatre system."
              : "Clear the filters to see all sessions."}
          </p>
        </EmptyState>
      ) : (
        <Rows board={board} mayEdit={mayEdit} here={here} />
      )}
    </>
  );
}

function Rows({ board, mayEdit, here }: BoardViewProps) {
  return (
    <>
      <h2 className="nhsuk-heading-s">{counted(board.found, "session")}, what is late first</h2>
      <DataTable caption="Sessions, what is late first" captionHidden rows>
        <thead>
          <tr>
            <th scope="col">Session</th>
            <th scope="col">Specialty and team</th>
            {MILESTONES.map((milestone) => (
              <th key={milestone} scope="col">
                {MILESTONE_WORDS[milestone]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {board.rows.map((row) => (
            <BoardRowView key={row.id} row={row} mayEdit={mayEdit} back={here} />
          ))}
        </tbody>
      </DataTable>
      <Pages
        page={board.page}
        pageSize={board.pageSize}
        total={board.found}
        noun="sessions"
        hrefOf={(page) => pageHref(here, page)}
      />
    </>
  );
}

function pageHref(here: string, page: number): string {
  const at = new URL(here, "http://here");
  at.searchParams.set("page", String(page));
  return `${at.pathname}${at.search}`;
}

function Filter({ board: { choices, filter, organisation } }: { board: SixFourTwoBoard }) {
  return (
    <FilterForm label="Narrow the sessions down" resetTo="/six-four-two" submitText="Show">
      <input type="hidden" name="organisation" value={organisation} />
      <FilterSelect name="site" label="Site" choices={choices.sites} value={filter.site} all="All sites" />
      <FilterSelect
        name="specialty"
        label="Specialty"
        choices={choices.specialties}
        value={filter.specialty}
        all="All specialties"
      />
      <FilterSelect name="week" label="Week" choices={choices.weeks} value={filter.week} all="Eight weeks" />
      <FilterSelect
        name="late"
        label="State"
        choices={[{ value: "yes", text: "Late only" }]}
        value={filter.late ? "yes" : null}
        all="Late or not"
      />
    </FilterForm>
  );
}
