import { DateText, InstantText } from "~/components/date-text";
import type { StageShown } from "~/views/shared-decision/shared-decision.server";
import { CHOICE_WORDS, DISCUSSED_WORDS, STAGE_SHORT } from "./decision-words";

/** Every record of a stage, the latest first. */
export function StageHistory({ stages }: { stages: StageShown[] }) {
  if (stages.length === 0) return <p>Nothing is recorded yet.</p>;
  return (
    <ul>
      {stages.map((stage) => (
        <li key={stage.number}>
          <strong>{STAGE_SHORT[stage.stage]}</strong>, <DateText date={stage.heldOn} style="date" />,{" "}
          {stage.heldBy}: {CHOICE_WORDS[stage.choice].toLowerCase()}
          {stage.counts ? "" : " (a later record counts)"}
          {stage.discussed.length > 0
            ? `. Talked about: ${stage.discussed.map((topic) => DISCUSSED_WORDS[topic].toLowerCase()).join(", ")}`
            : ""}
          {stage.note ? <p className="app-said">“{stage.note}”</p> : null}
          <p className="app-quiet nhsuk-body-s">
            Recorded by {stage.recordedBy}, <InstantText at={new Date(stage.recordedAt)} />
          </p>
        </li>
      ))}
    </ul>
  );
}
