import { Select, TextInput } from "nhsuk-react-components";
import { problemOf, type Problem } from "~/components/problem-summary";
import type { Places } from "~/views/schedule/places.server";
import type { TemplateValues } from "./template-values";

interface FieldsProps {
  places: Places;
  values: TemplateValues;
  problems?: Problem[];
}

/** Which theatre; one that Hublist does not know yet is typed into a field of its own. */
export function PlaceFields({ places, values, problems }: FieldsProps) {
  const siteName = (code: string) => places.sites.find((site) => site.code === code)?.name ?? code;
  return (
    <>
      <Select
        id="theatre"
        name="theatre"
        label="Theatre"
        labelProps={{ size: "s" }}
        defaultValue={values.theatre}
        error={problemOf(problems, "theatre")}
      >
        <Select.Option value="">Choose</Select.Option>
        {places.theatres.map(({ site, name }) => (
          <Select.Option key={`${site}|${name}`} value={`${site}|${name}`}>
            {name}, {siteName(site)}
          </Select.Option>
        ))}
      </Select>
      <details className="nhsuk-details" open={values.newTheatre !== ""}>
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">The theatre is not in the list</span>
        </summary>
        <div className="nhsuk-details__text">
          <TextInput
            id="newTheatre"
            name="newTheatre"
            label="Name of the theatre"
            width="20"
            autoComplete="off"
            defaultValue={values.newTheatre}
            error={problemOf(problems, "newTheatre")}
          />
          <Select
            id="site"
            name="site"
            label="Its site"
            defaultValue={values.site}
            error={problemOf(problems, "site")}
          >
            {places.sites.map(({ code, name }) => (
              <Select.Option key={code} value={code}>
                {name}
              </Select.Option>
            ))}
          </Select>
        </div>
      </details>
    </>
  );
}
