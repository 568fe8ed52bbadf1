import { dateText } from "~/components/date-text";
import { FilterSelect } from "~/components/filter-fields";
import { FilterForm } from "~/components/filter-form";
import type { WeekChoices, BoardFilter } from "~/views/week-board";

interface WeekFilterProps {
  label: string;
  choices: WeekChoices;
  filter: BoardFilter;
  resetTo: string;
  /** Other parts of the address that stay as they are. */
  keep?: Record<string, string>;
}

/** Which site, specialty and day of a week to show. */
export function WeekFilter({ label, choices, filter, resetTo, keep = {} }: WeekFilterProps) {
  const sites = choices.sites.map(({ code, name }) => ({ value: code, text: name }));
  const specialties = choices.specialties.map(({ code, name }) => ({
    value: code,
    text: `${name} (${code})`,
  }));
  const days = choices.days.map((date) => ({ value: date, text: dateText(date, "short") }));
  return (
    <FilterForm label={label} resetTo={resetTo} submitText="Show">
      {Object.entries(keep).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FilterSelect name="site" label="Site" choices={sites} value={filter.site} all="All sites" />
      <FilterSelect
        name="specialty"
        label="Specialty"
        choices={specialties}
        value={filter.specialty}
        all="All specialties"
      />
      <FilterSelect name="day" label="Day" choices={days} value={filter.day} all="Whole week" />
    </FilterForm>
  );
}
