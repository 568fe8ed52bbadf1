import type { BoardList } from "~/views/week-board";
import { frequency, percent } from "~/domain/figure-words";
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
          {list.plannedMinutes} of {list.length} min
          <span className="nhsuk-u-visually-hidden"> planned</span>
        </span>
        <span>{list.freeMinutes} free</span>
      </p>
      {list.heldMinutes > 0 ? <p className="app-list__minutes">{list.heldMinutes} min held back</p> : null}
      {list.cases.length > 0 ? (
        <>
          <p className="app-list__minutes">
            <Touch share={list.touchUtilisation} target={scale.touchTarget} />
          </p>
          <p className="app-list__minutes">
            <Overrun list={list} limit={scale.overrunProbabilityMax} />
          </p>
          {list.expected ? <Expected expected={list.expected} /> : null}
        </>
      ) : null}
    </div>
  );
}

function Touch({ share, target }: { share: number; target: number }) {
  const reached = share >= target;
  return (
    <span className={reached ? "app-list__reached" : undefined}>
      Touch utilisation {percent(share)}
      {reached ? (
        <span className="nhsuk-u-visually-hidden">, reaches the target of {percent(target)}</span>
      ) : null}
    </span>
  );
}

/** What a list takes or leaves on average: both at once, as some weeks run over and others end early. */
function Expected({ expected }: { expected: NonNullable<BoardList["expected"]> }) {
  return (
    <p className="app-list__minutes">
      <span>
        Expected: {Math.round(expected.overrunMinutes)} min over, {Math.round(expected.unusedMinutes)} min
        unused
      </span>
    </p>
  );
}

function Overrun({ list, limit }: { list: BoardList; limit: number }) {
  const words = `Overrun ${percent(list.overrunProbability)}, ${frequency(list.overrunProbability)}`;
  if (!list.overrunHigh) return <span>{words}</span>;
  return (
    <span className="app-list__high">
      {words}; limit {percent(limit)}
    </span>
  );
}
