import { Link } from "@remix-run/react";
import { dateText } from "~/components/date-text";
import { Facts } from "~/components/waiting-list/facts";
import type { DecisionShown, StageShown } from "~/views/shared-decision/shared-decision.server";
import { CHOICE_WORDS, gapWords } from "./decision-words";

/** The two stages of the shared decision, on the page of an entry. */
export function DecisionCard({ id, decision }: { id: string; decision: DecisionShown }) {
  const { stages, gaps, complete, bookedBefore, mayRecord } = decision;
  const last = (stage: StageShown["stage"]) => stages.find((one) => one.stage === stage && one.counts);
  return (
    <Facts
      heading="Shared decision"
      action={
        mayRecord ? (
          <Link to={`/waiting-list/${id}/decision`}>
            Record<span className="nhsuk-u-visually-hidden"> a stage of the shared decision</span>
          </Link>
        ) : null
      }
      facts={[
        ["Stage one", stageWords(last("one"))],
        ["Stage two", stageWords(last("two"))],
        [
          "Stands",
          complete ? (
            "Complete"
          ) : (
            <>
              {bookedBefore ? <strong>Booked before stage two. </strong> : null}
              {gaps.map(gapWords).join(". ")}
            </>
          ),
        ],
      ]}
    />
  );
}

const stageWords = (stage: StageShown | undefined) =>
  stage
    ? `${dateText(stage.heldOn, "date")}, ${stage.heldBy}: ${CHOICE_WORDS[stage.choice].toLowerCase()}`
    : "Not recorded";
