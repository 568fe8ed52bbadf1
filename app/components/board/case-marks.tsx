import { BEFORE_STAGE_TWO } from "~/components/shared-decision/decision-words";
import { CancerTag, PriorityTag } from "~/components/priority-tag";
import type { BoardCase } from "~/views/week-case";

/** What must be seen at a glance, each in words: priority, cancer, not yet confirmed, gone, set aside, moved. */
export function CaseMarks({ item }: { item: BoardCase }) {
  const { priority, cancer, provisional, gone, overridden, change, beforeStageTwo, cannotCome } = item;
  return (
    <span className="app-case__marks">
      {priority ? <PriorityTag priority={priority} /> : null}
      {cancer ? <CancerTag /> : null}
      {provisional ? <span className="app-case__mark">Provisional</span> : null}
      {gone ? <span className="app-case__mark app-case__mark--gone">Gone from the list</span> : null}
      {cannotCome ? <span className="app-case__mark app-case__mark--gone">Cannot come that day</span> : null}
      {beforeStageTwo ? <span className="app-case__mark">{BEFORE_STAGE_TWO}</span> : null}
      {overridden.length > 0 ? <span className="app-case__mark">Rule set aside</span> : null}
      {change ? <span className="app-case__mark">{change.kind === "new" ? "New" : "Moved"}</span> : null}
    </span>
  );
}
