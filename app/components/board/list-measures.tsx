import type { BoardList } from "~/views/week-board";
import { percent } from "~/domain/figure-words";
import { ListBar } from "./list-bar";

interface ListMeasuresProps {
  list: BoardList;
  scale: {
    /** Share of the session that operating should take. */ touchTarget: number;
    overrunProbabilityMax: number;
  };
}

/** How full a list is: a bar, and the same in words. */
export function ListMeasures({ list, scale }: ListMeasuresProps) {
  return (
    <div className="app-list__measures">
      <ListBar list={list} />
      <p className="app-list__minutes">
        <span>
          {list.plannedMinutes} of {list.length} min planned
        </span>
        <span>{list.freeMinutes} free</span>
      </p>
      {list.heldMinutes > 0 ? <p className="app-list__minutes">{list.heldMinutes} min held back</p> : null}
      {list.cases.length > 0 ? (
        <p className="app-list__minutes">
          <Touch share={list.touchUtilisation} target={scale.touchTarget} />
          <Overrun list={list} limit={scale.overrunProbabilityMax} />
        </p>
      ) : null}
    </div>
  );
}

function Touch({ share, target }: { share: number; target: number }) {
  const reached = share >= target;
  return (
    <span className={reached ? "app-list__reached" : undefined}>
      Touch {percent(share)}
      {reached ? (
        <span className="nhsuk-u-visually-hidden">, reaches the target of {percent(target)}</span>
      ) : null}
    </span>
  );
}

function Overrun({ list, limit }: { list: BoardList; limit: number }) {
  if (!list.overrunHigh) return <span>Overrun {percent(list.overrunProbability)}</span>;
  return (
    <span className="app-list__high">
      Overrun {percent(list.overrunProbability)}, over {percent(limit)}
    </span>
  );
}
