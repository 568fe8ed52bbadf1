import { Link } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import { DateText } from "~/components/date-text";
import { EmptyState } from "~/components/empty-state";
import { FilterSelect } from "~/components/filter-fields";
import { FilterForm } from "~/components/filter-form";
import { Figure, Figures } from "~/components/figures";
import { Pages } from "~/components/pages";
import { PriorityTag } from "~/components/priority-tag";
import { WaitText } from "~/components/wait-text";
import type { BoardGroup, BoardPage, TriageCardShown } from "~/views/triage/board.server";
import { boardAddress } from "./board-query";
import { REOPENED_WORDS, STATE_MEANS, STATE_WORDS } from "./triage-words";

const ONLY_CHOICES = [
  { value: "urgent", text: "With something urgent" },
  { value: "dated", text: "With a date" },
  { value: "reopened", text: "Fitness ended, worse or changed" },
];

/** How many patients stand where; each number leads to them. */
export function StateFigures({ page }: { page: BoardPage }) {
  return (
    <Figures label="Patients by state">
      {page.counts.map(({ state, total }) => (
        <Figure
          key={state}
          value={total.toLocaleString("en-GB")}
          label={STATE_WORDS[state]}
          note={STATE_MEANS[state]}
          to={boardAddress({ ...page.query, state, page: 1 })}
        />
      ))}
    </Figures>
  );
}

export function BoardFilters({ page }: { page: BoardPage }) {
  const { query, specialties, sites } = page;
  return (
    <FilterForm label="Filters of the triage board" resetTo="/triage">
      {query.state ? <input type="hidden" name="state" value={query.state} /> : null}
      <FilterSelect name="specialty" label="Specialty" choices={specialties} value={query.specialty} />
      {sites.length > 1 ? <FilterSelect name="site" label="Site" choices={sites} value={query.site} /> : null}
      <FilterSelect name="only" label="Only" choices={ONLY_CHOICES} value={query.only} all="All patients" />
    </FilterForm>
  );
}

/** What cannot wait, urgent first. */
export function OpenTasks({ page: { tasks, moreTasks } }: { page: BoardPage }) {
  if (tasks.length === 0) return null;
  return (
    <section className="app-section" aria-labelledby="tasks">
      <h2 className="nhsuk-heading-s" id="tasks">
        To do at once
      </h2>
      <ul className="app-triage-tasks">
        {tasks.map(({ id, entry, name, words, urgent }) => (
          <li key={id}>
            {urgent ? <strong>Urgent: </strong> : null}
            <Link to={`/triage/${entry}`}>{name}</Link>. {words}.{" "}
            <Link to={`/triage/tasks/${id}`}>End this task</Link>
          </li>
        ))}
      </ul>
      {moreTasks > 0 ? (
        <p>
          {moreTasks} more: <Link to="/triage?only=urgent">patients with something urgent</Link>.
        </p>
      ) : null}
    </section>
  );
}

/** The patients, state by state, or all of one state. */
export function BoardGroups({ page }: { page: BoardPage }) {
  const { query, groups, pageSize } = page;
  const filled = groups.filter(({ total }) => total > 0);
  if (filled.length === 0)
    return (
      <EmptyState heading="No patient stands here">
        <p>Take a filter away, or look at another state.</p>
      </EmptyState>
    );
  return (
    <>
      {filled.map((group) => (
        <section key={group.state} className="app-section" aria-labelledby={`state-${group.state}`}>
          <h2 className="nhsuk-heading-s" id={`state-${group.state}`}>
            {STATE_WORDS[group.state]}: {group.total.toLocaleString("en-GB")}
          </h2>
          <CardTable group={group} />
          {query.state ? (
            <Pages
              page={query.page}
              pageSize={pageSize}
              total={group.total}
              noun="patients"
              hrefOf={(number) => boardAddress({ ...query, page: number })}
            />
          ) : group.total > group.cards.length ? (
            <p>
              <Link to={boardAddress({ ...query, state: group.state, page: 1 })}>
                All {group.total.toLocaleString("en-GB")}: {STATE_WORDS[group.state].toLowerCase()}
              </Link>
            </p>
          ) : null}
        </section>
      ))}
    </>
  );
}

function CardTable({ group: { state, cards } }: { group: BoardGroup }) {
  return (
    <DataTable caption={STATE_WORDS[state]} captionHidden rows>
      <thead>
        <tr>
          <th scope="col">Patient</th>
          <th scope="col">Operation</th>
          <th scope="col">Waits</th>
          <th scope="col">Why here</th>
        </tr>
      </thead>
      <tbody>
        {cards.map((card) => (
          <CardRow key={card.id} card={card} />
        ))}
      </tbody>
    </DataTable>
  );
}

function CardRow({ card }: { card: TriageCardShown }) {
  return (
    <tr>
      <th scope="row">
        <Link to={`/triage/${card.id}`}>{card.name}</Link>
        <span className="app-cell-note">{card.age} years</span>
      </th>
      <td data-label="Operation">
        {card.procedure}
        <span className="app-cell-note">
          {card.specialty}, {card.siteName}
        </span>
      </td>
      <td data-label="Waits">
        <PriorityTag priority={card.priority} /> <WaitText weeks={card.weeks} />
        {card.target ? (
          <span className="app-cell-note">
            by <DateText date={card.target} style="brief" />
          </span>
        ) : null}
      </td>
      <td data-label="Why here">
        <Marks card={card} />
        <Why card={card} />
      </td>
    </tr>
  );
}

function Marks({
  card: { urgent, reopened, dated, fitFrom, fitUntil, unknown, toRead },
}: {
  card: TriageCardShown;
}) {
  return (
    <>
      {urgent ? <strong>Urgent. </strong> : null}
      {reopened ? <strong>{REOPENED_WORDS[reopened]}. </strong> : null}
      {dated ? "Has a date. " : null}
      {fitFrom ? (
        <>
          From <DateText date={fitFrom} style="brief" />.{" "}
        </>
      ) : null}
      {fitUntil ? (
        <>
          Until <DateText date={fitUntil} style="brief" />.{" "}
        </>
      ) : null}
      {unknown > 0 ? `${unknown} safety ${unknown === 1 ? "answer is" : "answers are"} not known. ` : null}
      {toRead > 0 ? "Wrote something to read. " : null}
    </>
  );
}

function Why({ card: { why, moreReasons } }: { card: TriageCardShown }) {
  if (why.length === 0) return null;
  return (
    <ul className="app-triage-why">
      {why.map(({ title, because }) => (
        <li key={title}>
          {title}
          {because ? <span className="app-cell-note">{because}</span> : null}
        </li>
      ))}
      {moreReasons > 0 ? <li>and {moreReasons} more</li> : null}
    </ul>
  );
}
