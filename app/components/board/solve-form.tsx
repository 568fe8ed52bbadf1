import { Form } from "@remix-run/react";
import { Button, Details, Radios, TextInput } from "nhsuk-react-components";
import { problemOf, type Problem } from "~/components/problem-summary";
import type { WeekHead } from "~/views/week-head.server";

/** Starts a solve of the week. What it may be told stands under "More options". */
export function SolveForm({ head, problems }: { head: WeekHead; problems?: Problem[] }) {
  const { week, organisation, policy, accepted, proposal } = head;
  const again = accepted || proposal;
  return (
    <Form method="post" action={`/weeks/${week}/solve`} className="app-solve app-no-print">
      <input type="hidden" name="organisation" value={organisation} />
      <div className="app-buttons">
        <Button type="submit" secondary={Boolean(again)} preventDoubleClick>
          {again ? "Plan this week again" : "Plan this week"}
        </Button>
        <span className="app-quiet">By policy {policy}</span>
      </div>
      <Details className="app-solve__more">
        <Details.Summary>More options</Details.Summary>
        <Details.Text>
          <Radios
            name="steps"
            legend="How thorough"
            legendProps={{ size: "s" }}
            hint="More steps take longer and can only find a better plan."
          >
            <Radios.Item value="usual" defaultChecked>
              As thorough as the week asks for
            </Radios.Item>
            <Radios.Item value="quick">Quick look</Radios.Item>
            <Radios.Item value="long">Four times as long</Radios.Item>
          </Radios>
          <TextInput
            id="seed"
            name="seed"
            label="Seed"
            hint="The same seed on the same data gives the same plan; another seed may find another plan that is as good."
            inputMode="numeric"
            width="5"
            defaultValue="1"
            error={problemOf(problems, "seed")}
          />
          {accepted ? (
            <TextInput
              id="movePrice"
              name="movePrice"
              label="Points that moving an accepted patient must gain"
              hint="0: accepted places are not kept for their own sake."
              inputMode="numeric"
              width="5"
              defaultValue="100"
              error={problemOf(problems, "movePrice")}
            />
          ) : null}
        </Details.Text>
      </Details>
    </Form>
  );
}
