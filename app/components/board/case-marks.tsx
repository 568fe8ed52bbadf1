import { CancerTag, PriorityTag } from "~/components/priority-tag";
import type { BoardCase } from "~/views/week-case";

/** What must be seen at a glance, each in words: priority, cancer, not yet confirmed, gone, set aside, moved. */
export function CaseMarks({ item }: { item: BoardCase }) {
  const { priority, cancer, provisional, gone, overridden, change } = item;
  return (
    <span className="app-case__marks">
      {priority ? <PriorityTag priority={priority} /> : null}
      {cancer ? <CancerTag /> : null}
      {provisional ? <span className="app-case__mark">Provisional</span> : null}
      {gone ? <span className="app-case__mark app-case__mark--gone">Gone from the list</span> : null}
      {overridden.length > 0 ? <span className="app-case__mark">Rule set aside</span> : null}
      {change ? <span className="app-case__mark">{change.kind === "new" ? "New" : "Moved"}</span> : null}
    </span>
  );
}
