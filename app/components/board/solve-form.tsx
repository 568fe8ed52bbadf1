import { Form } from "@remix-run/react";
import { Button, Details, Radios, TextInput } from "nhsuk-react-components";
import { problemOf, type Problem } from "~/components/problem-summary";
import type { WeekHead } from "~/views/week-head.server";

const THOROUGH = [
  ["usual", "As thorough as the week asks for"],
  ["quick", "Quick look"],
  ["long", "Four times as long"],
] as const;

interface SolveFormProps {
  head: Pick<WeekHead, "week" | "organisation" | "policy"> & {
    accepted: boolean;
    again: boolean;
    /** What a new plan would keep; missing where only the options are asked again. */
    fixed?: WeekHead["fixed"];
  };
  /** What was refused before, and what stood in the form then. */
  problems?: Problem[];
  typed?: Record<string, string>;
}

/** Starts a solve of the week. What it may be told stands under "More options". */
export function SolveForm({ head, problems, typed = {} }: SolveFormProps) {
  const { week, organisation, policy, again } = head;
  return (
    <Form method="post" action={`/weeks/${week}/solve`} className="app-solve app-no-print">
      <input type="hidden" name="organisation" value={organisation} />
      <div className="app-buttons">
        <Button type="submit" secondary={again} preventDoubleClick>
          {again ? "Plan this week again" : "Plan this week"}
        </Button>
        {policy ? <span className="app-quiet">By policy {policy}</span> : null}
      </div>
      {head.fixed && head.fixed.sentences.length > 0 ? (
        <p className="app-quiet app-measure">{head.fixed.sentences.join(" ")}</p>
      ) : null}
      <Details className="app-solve__more" open={problems !== undefined}>
        <Details.Summary>More options</Details.Summary>
        <Details.Text>
          <Radios
            name="steps"
            idPrefix="steps"
            error={problemOf(problems, "steps-1")}
            legend="How thorough"
            legendProps={{ size: "s" }}
            hint="More steps take longer and can only find a better plan."
          >
            {THOROUGH.map(([value, words]) => (
              <Radios.Item key={value} value={value} defaultChecked={value === (typed.steps || "usual")}>
                {words}
              </Radios.Item>
            ))}
          </Radios>
          <TextInput
            id="seed"
            name="seed"
            label="Seed"
            hint="The same seed on the same data gives the same plan; another seed may find another plan that is as good."
            inputMode="numeric"
            width="5"
            defaultValue={typed.seed ?? "1"}
            error={problemOf(problems, "seed")}
          />
          {head.accepted ? (
            <TextInput
              id="toldMovesMax"
              name="toldMovesMax"
              label="Patients already told who may move, at most"
              hint="0: whoever was told keeps their place. Above 0 the planner chooses who moves, and somebody must ring them."
              inputMode="numeric"
              width="5"
              defaultValue={typed.toldMovesMax ?? String(head.fixed?.toldMovesMax ?? "")}
              error={problemOf(problems, "toldMovesMax")}
            />
          ) : null}
          {head.accepted ? (
            <TextInput
              id="movePrice"
              name="movePrice"
              label="Points that moving an accepted patient must gain"
              hint="0: accepted places are not kept for their own sake."
              inputMode="numeric"
              width="5"
              defaultValue={typed.movePrice ?? "100"}
              error={problemOf(problems, "movePrice")}
            />
          ) : null}
        </Details.Text>
      </Details>
    </Form>
  );
}
