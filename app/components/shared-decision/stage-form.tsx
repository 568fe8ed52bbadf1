import { Form, Link } from "@remix-run/react";
import { Button, Checkboxes, Textarea, TextInput } from "nhsuk-react-components";
import { ChoiceField } from "~/components/choice-field";
import { DayField } from "~/components/day-field";
import { problemOf, type Problem } from "~/components/problem-summary";
import {
  DECISION_STAGES,
  DISCUSSED,
  PATIENT_CHOICES,
} from "~/domain/perioperative/shared-decision/shared-decision";
import type { RecordStagePage } from "~/views/shared-decision/shared-decision.server";
import { CHOICE_WORDS, DISCUSSED_WORDS, STAGE_WORDS } from "./decision-words";

/** What was typed into the form, by field. */
export type StageTyped = Readonly<Record<string, readonly string[]>>;

interface StageFormProps {
  page: RecordStagePage;
  typed: StageTyped;
  problems?: Problem[];
}

/** One stage of the shared decision: which, when, with whom, what was talked about and what the patient decided. */
export function StageForm({ page, typed, problems }: StageFormProps) {
  const held = (name: string) => typed[name]?.[0] ?? "";
  return (
    <Form method="post" noValidate>
      <input type="hidden" name="base" value={page.base} />
      <ChoiceField
        name="stage"
        legend="Which stage was it?"
        values={DECISION_STAGES}
        wordsOf={(stage) => STAGE_WORDS[stage]}
        held={held("stage")}
        error={problemOf(problems, "stage")}
      />
      <DayField name="heldOn" legend="When was it?" typed={typed} error={problemOf(problems, "heldOn")} />
      <TextInput
        id="heldBy"
        name="heldBy"
        label="Who talked with the patient?"
        labelProps={{ size: "s" }}
        width="20"
        maxLength={120}
        defaultValue={held("heldBy")}
        error={problemOf(problems, "heldBy")}
      />
      <Checkboxes
        id="discussed"
        name="discussed"
        legend="What was talked about?"
        legendProps={{ size: "s" }}
        error={problemOf(problems, "discussed")}
        small
      >
        {DISCUSSED.map((topic) => (
          <Checkboxes.Item key={topic} value={topic} defaultChecked={typed.discussed?.includes(topic)}>
            {DISCUSSED_WORDS[topic]}
          </Checkboxes.Item>
        ))}
      </Checkboxes>
      <ChoiceField
        name="choice"
        legend="What did the patient decide?"
        values={PATIENT_CHOICES}
        wordsOf={(choice) => CHOICE_WORDS[choice]}
        held={held("choice")}
        error={problemOf(problems, "choice")}
      />
      <Textarea
        id="note"
        name="note"
        label="The patient's questions, or what matters to them (optional)"
        labelProps={{ size: "s" }}
        rows={3}
        defaultValue={held("note")}
        error={problemOf(problems, "note")}
      />
      <div className="app-buttons">
        <Button type="submit" preventDoubleClick>
          Record the stage
        </Button>
        <Link to={`/waiting-list/${page.id}`}>Cancel</Link>
      </div>
    </Form>
  );
}
