import { Link } from "@remix-run/react";
import { AnswerBox } from "./answer-box";
import type { Board } from "./use-board";

/** What is picked up and what can be done with it, and what came of the last change. */
export function CarryBar({ board }: { board: Board }) {
  const { carried, places, answer, said, swapWith } = board;
  return (
    <div className={carried ? "app-hand-bar app-hand-bar--on" : "app-hand-bar"}>
      <p role="status" aria-live="polite" className="nhsuk-u-visually-hidden">
        {said}
      </p>
      {answer && answer.kind !== "done" ? (
        <AnswerBox answer={answer}>
          <p className="app-buttons">
            <button type="button" className="app-hand__button" onClick={board.again}>
              Make my change all the same
            </button>
            <button type="button" className="app-hand__button" onClick={board.forget}>
              Drop my change
            </button>
          </p>
        </AnswerBox>
      ) : null}
      {answer?.kind === "done" ? <p className="app-hand-bar__done">{answer.words}</p> : null}
      {carried ? (
        <div className="app-hand-bar__carried" data-out={carried.list === null ? undefined : ""}>
          <p>
            Picked up: <strong>{carried.patient}</strong>
            {places && carried.list !== null
              ? `. Dropped here it is off the list: ${places.out?.points ?? ""} points`
              : ""}
          </p>
          <div className="app-buttons">
            {carried.list === null ? null : (
              <>
                <BarButton onClick={() => board.inList("earlier")}>Earlier</BarButton>
                <BarButton onClick={() => board.inList("later")}>Later</BarButton>
                <BarButton onClick={board.takeOut}>Take off the list</BarButton>
              </>
            )}
            <Link to={board.casePath(carried.entry)}>All places, swap, keep</Link>
            <BarButton onClick={board.putBack}>Put back (Escape)</BarButton>
          </div>
          {swapWith && places?.swap?.with === swapWith.entry ? (
            <p>
              Swap with <strong>{swapWith.patient}</strong>:{" "}
              {places.swap.kind === "refused" ? <strong>refused. </strong> : `${places.swap.score} `}
              {places.swap.all.join(" ")} <SwapButton board={board} swap={places.swap} />
            </p>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

/** Makes a swap at once, or leads to where its reason is given. */
function SwapButton({ board, swap }: { board: Board; swap: { kind: string; asks: boolean; with: string } }) {
  if (swap.kind === "refused") return null;
  if (!swap.asks) return <BarButton onClick={board.swap}>Swap the two</BarButton>;
  if (swap.kind === "liftable" || !board.carried) return null;
  return (
    <Link to={`${board.casePath(board.carried.entry)}&with=${swap.with}#swap`}>Swap them with a reason</Link>
  );
}

function BarButton({ onClick, children }: { onClick: () => void; children: string }) {
  return (
    <button type="button" className="app-hand__button" onClick={onClick}>
      {children}
    </button>
  );
}
