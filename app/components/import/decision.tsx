import { Form } from "@remix-run/react";
import { Button, Checkboxes } from "nhsuk-react-components";
import { problemOf, type Problem } from "~/components/problem-summary";
import type { ImportCounts } from "~db/schema";
import { counted, type ImportKind } from "./import-words";

interface DecisionProps {
  kind: ImportKind;
  counts: ImportCounts;
  farFewer: boolean;
  problems?: Problem[];
}

/** Whether confirming would do anything at all. */
export function changesNothing(counts: ImportCounts): boolean {
  return counts.new + counts.changed + counts.gone + counts.drift === 0;
}

/** Confirm or leave. */
export function Decision({ kind, counts, farFewer, problems }: DecisionProps) {
  const nothing = changesNothing(counts);
  return (
    <Form method="post" noValidate>
      {farFewer ? (
        <Checkboxes
          id="acceptsGone"
          name="acceptsGone"
          legend={`${counted(counts.gone, kind)} of ${counts.held.toLocaleString("en-GB")} would be gone`}
          legendProps={{ size: "s" }}
          hint="That is more than one in twenty. Check that the file is whole and that the right sites are named."
          error={problemOf(problems, "acceptsGone")}
          small
        >
          <Checkboxes.Item value="yes">It is right that so many are gone</Checkboxes.Item>
        </Checkboxes>
      ) : null}
      <div className="app-buttons">
        {nothing ? null : (
          <Button type="submit" name="task" value="confirm" preventDoubleClick>
            Confirm the import
          </Button>
        )}
        <Button type="submit" name="task" value="leave" secondary={!nothing} preventDoubleClick>
          {nothing ? "Close the import" : "Leave everything as it is"}
        </Button>
      </div>
    </Form>
  );
}
