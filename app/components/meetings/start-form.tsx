import { Form } from "@remix-run/react";
import { Button, Select, Textarea, TextInput } from "nhsuk-react-components";
import { dateText } from "~/components/date-text";
import { problemOf, type Problem } from "~/components/problem-summary";
import type { IsoDate } from "~/domain/calendar";

export interface StartValues {
  organisation: string;
  heldOn: string;
  week: string;
  attendees: string;
}

interface StartFormProps {
  values: StartValues;
  organisations: { code: string; name: string }[];
  weeks: IsoDate[];
  problems?: Problem[] | undefined;
}

/** Starts a meeting: which day, about which week, who is there. */
export function StartForm({ values, organisations, weeks, problems }: StartFormProps) {
  return (
    <Form method="post" noValidate className="app-measure">
      {organisations.length > 1 ? (
        <Select id="organisation" name="organisation" label="Organisation" defaultValue={values.organisation}>
          {organisations.map(({ code, name }) => (
            <Select.Option key={code} value={code}>
              {name}
            </Select.Option>
          ))}
        </Select>
      ) : (
        <input type="hidden" name="organisation" value={values.organisation} />
      )}
      <TextInput
        id="heldOn"
        name="heldOn"
        type="date"
        label="Day of the meeting"
        width={10}
        defaultValue={values.heldOn}
        error={problemOf(problems, "heldOn")}
      />
      <Select
        id="week"
        name="week"
        label="Week that it is mostly about"
        defaultValue={values.week}
        error={problemOf(problems, "week")}
      >
        {weeks.map((week) => (
          <Select.Option key={week} value={week}>
            {dateText(week, "date")}
          </Select.Option>
        ))}
      </Select>
      <Textarea
        id="attendees"
        name="attendees"
        label="Who is there"
        rows={2}
        defaultValue={values.attendees}
        error={problemOf(problems, "attendees")}
      />
      <Button type="submit" preventDoubleClick>
        Start the meeting
      </Button>
    </Form>
  );
}
