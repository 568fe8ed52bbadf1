import { Form, Link } from "@remix-run/react";
import { Button, TextInput } from "nhsuk-react-components";
import { problemOf, type Problem } from "~/components/problem-summary";
import type { MeasuresPage } from "~/views/triage/measures.server";

interface MeasuresFormProps {
  page: MeasuresPage;
  typed: Record<string, string> | undefined;
  problems: Problem[] | undefined;
}

/** A field for each measure that staff may enter. What is left empty was not taken. */
export function MeasuresForm({ page, typed, problems }: MeasuresFormProps) {
  return (
    <Form method="post" noValidate>
      <p>
        Leave empty what was not measured. A later value takes the place of an earlier one, which stays to be
        seen.
      </p>
      <TextInput
        id="takenOn"
        name="takenOn"
        label="Day of the measures"
        hint="Year, month, day, such as 2027-01-12"
        width="10"
        defaultValue={typed?.takenOn ?? page.today}
        error={problemOf(problems, "takenOn")}
      />
      {page.fields.map(({ measure, words, unit }) => (
        <TextInput
          key={measure}
          id={measure}
          name={measure}
          label={words}
          suffix={unit}
          width="5"
          inputMode="decimal"
          defaultValue={typed?.[measure] ?? ""}
          error={problemOf(problems, measure)}
        />
      ))}
      <p className="app-cell-note">{page.confidence}.</p>
      <div className="app-buttons">
        <Button type="submit" preventDoubleClick>
          Record the measures
        </Button>
        <Link to={`/triage/${page.id}`}>Cancel</Link>
      </div>
    </Form>
  );
}
