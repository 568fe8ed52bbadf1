import { FilterForm } from "~/components/filter-form";
import { FilterSelect, SearchBox, type Choice } from "~/components/filter-fields";
import { BREACH_WEEKS } from "~/domain/rtt-clock";
import { PRIORITIES } from "~/domain/waiting-list";
import {
  LIST_STATES,
  READINESS_ASKED,
  SORTS,
  type ListState,
  type Sort,
  type WaitingListQuery,
} from "./query";
import { READINESS_WORDS } from "./readiness-text";

const STATE_WORDS: Record<ListState, string> = {
  waiting: "Waiting",
  undated: "Waiting, no date yet",
  dated: "Waiting, with a date",
  operated: "Operated on, still listed",
  gone: "Gone from the list",
};

const SORT_WORDS: Record<Sort, string> = {
  wait: "Longest wait",
  priority: "Priority",
  name: "Name",
  target: "Target date",
};

interface FiltersProps {
  query: WaitingListQuery;
  specialties: Choice[];
  sites: Choice[];
}

const BANDS = BREACH_WEEKS.map((weeks) => ({ value: String(weeks), text: `${weeks} weeks or more` }));
const READINESS = READINESS_ASKED.map((asked) => ({
  value: asked,
  text: asked === "differs" ? "File and Hublist differ" : READINESS_WORDS[asked],
}));
const PRIORITY_CHOICES = PRIORITIES.map((priority) => ({ value: priority, text: priority }));
/** The first state and the first sort are what counts when nothing is chosen. */
const STATES = LIST_STATES.slice(1).map((state) => ({ value: state, text: STATE_WORDS[state] }));
const SORT_CHOICES = SORTS.slice(1).map((sort) => ({ value: sort, text: SORT_WORDS[sort] }));

/** The questions that the waiting list answers; a plain form whose answer has an address. */
export function Filters({ query, specialties, sites }: FiltersProps) {
  return (
    <FilterForm label="Search and filter the waiting list" resetTo="/waiting-list" submitText="Show">
      <SearchBox name="search" label="Name, NHS or hospital number" value={query.search} />
      <FilterSelect name="specialty" label="Specialty" choices={specialties} value={query.specialty} />
      <FilterSelect name="priority" label="Priority" choices={PRIORITY_CHOICES} value={query.priority} />
      <FilterSelect name="weeks" label="Waited" choices={BANDS} value={query.weeks && String(query.weeks)} />
      <FilterSelect name="readiness" label="Readiness" choices={READINESS} value={query.readiness} />
      {sites.length > 1 ? <FilterSelect name="site" label="Site" choices={sites} value={query.site} /> : null}
      <FilterSelect
        name="state"
        label="On the list"
        choices={STATES}
        value={query.state}
        all={STATE_WORDS.waiting}
      />
      <FilterSelect
        name="sort"
        label="Sorted by"
        choices={SORT_CHOICES}
        value={query.sort}
        all={SORT_WORDS.wait}
      />
    </FilterForm>
  );
}
