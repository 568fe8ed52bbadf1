import type { MilestoneState } from "~/domain/six-four-two/milestones";
import { standingWords } from "./words";

/** How one milestone stands: in words, with a mark that does not rely on colour. */
export function MilestoneMark({ state }: { state: MilestoneState }) {
  const mark = { done: "✓", late: "!", due: "", ahead: "", notNeeded: "" }[state.standing];
  return (
    <span className={`app-milestone app-milestone--${state.standing}`}>
      {mark === "" ? null : (
        <span className="app-milestone__mark" aria-hidden="true">
          {mark}
        </span>
      )}
      {standingWords(state)}
    </span>
  );
}
