import { Form, Link, useSearchParams } from "@remix-run/react";
import classNames from "classnames";
import { useEffect, useRef, useState } from "react";
import { WeekFilter } from "~/components/board/week-filter";
import { WeekLinks } from "~/components/board/week-links";
import { weekPath } from "~/components/board/week-path";
import { dateText } from "~/components/date-text";
import { Notice } from "~/components/notice";
import { PageHeading } from "~/components/page-heading";
import { counted, number } from "~/domain/figure-words";
import type { HandBoardPage } from "~/views/hand/hand-board.server";
import { CarryBar } from "./carry-bar";
import { HandListCard } from "./hand-list-card";
import { useBoard } from "./use-board";
import { useDrag } from "./use-drag";

/** The week's lists, on which cases are moved by hand: by dragging, by keyboard, and by the form that each case links to. */
export function HandBoard({ page }: { page: HandBoardPage }) {
  const { week, organisation, filter, choices, sites } = page;
  const [search] = useSearchParams();
  const done = search.get("done");
  const root = useRef<HTMLFormElement>(null);
  const board = useBoard(page, root);
  useDrag(root, board);
  const isOpening = useOpening();
  const pathOf = (monday: string) => `/weeks/${monday}/change?${new URLSearchParams({ organisation })}`;
  return (
    <>
      <PageHeading
        caption="Change the lists by hand"
        actions={<Link to={weekPath({ week, organisation })}>The week and its plan</Link>}
      >
        Week of {dateText(week, "date")}
      </PageHeading>
      {done ? <Notice success>{done}</Notice> : null}
      <WeekLinks previous={page.previous} next={page.next} hrefOf={pathOf} />
      <div className="app-hand__tools app-no-print">
        <p>
          {counted(page.cases, "case")} shown. Score of the week: <strong>{number(page.score)}</strong>.
        </p>
        <Link to={`/weeks/${week}/change/add?${new URLSearchParams({ organisation })}`}>
          Add from the waiting list
        </Link>
        <Undo page={page} />
      </div>
      <WeekFilter
        label="Narrow the lists down"
        choices={choices}
        filter={filter}
        resetTo={pathOf(week)}
        keep={{ organisation }}
      />
      <p className="app-hand__help app-quiet">
        Choose a case to change its place. With scripts: drag it, or press Enter on it, go from list to list
        with the arrow keys, drop it with Enter; Escape puts it back.
      </p>
      <form
        ref={root}
        onKeyDown={board.onKeyDown}
        className={classNames("app-hand", {
          "app-hand--opening": isOpening,
          "app-hand--carrying": board.carried,
        })}
        data-live={board.isLive ? "" : undefined}
      >
        <input type="hidden" name="organisation" value={organisation} />
        <CarryBar board={board} />
        {sites.length === 0 ? <p>No session of this week is what you asked for.</p> : null}
        {sites.map((site) => (
          <section key={site.code} aria-labelledby={`site-${site.code}`}>
            <h2 className="nhsuk-heading-m" id={`site-${site.code}`}>
              {site.name}
            </h2>
            <div className={`app-board__days app-board__days--${site.days.length}`}>
              {site.days.map((day) => (
                <section
                  key={day.date}
                  className="app-hand__day"
                  aria-labelledby={`day-${site.code}-${day.date}`}
                >
                  <h3 className="app-board__date" id={`day-${site.code}-${day.date}`}>
                    {day.words}
                  </h3>
                  {day.lists.map((list) => (
                    <HandListCard
                      key={list.id}
                      list={list}
                      casePath={board.casePath}
                      listPath={board.listPath}
                      carried={board.carried?.entry ?? null}
                      isOwn={board.carried?.list === list.id}
                      place={board.carried ? (board.places?.places[list.id] ?? null) : null}
                    />
                  ))}
                </section>
              ))}
            </div>
          </section>
        ))}
      </form>
    </>
  );
}

/** Milliseconds after which lists outside the window are laid out too. */
const OPEN_AFTER = 300;

/** Whether the page is still opening: what is outside the window then waits, so that cases can be picked up sooner. */
function useOpening(): boolean {
  const [isOpening, setOpening] = useState(true);
  useEffect(() => {
    const open = setTimeout(() => setOpening(false), OPEN_AFTER);
    return () => clearTimeout(open);
  }, []);
  return isOpening;
}

/** Takes back the reader's last change; the page behind it says what that will do. */
function Undo({ page: { undo, week, organisation, revision } }: { page: HandBoardPage }) {
  if (!undo) return null;
  const action = `/weeks/${week}/change/undo?${new URLSearchParams({ organisation })}`;
  return (
    <Form method="post" action={action} className="app-hand__undo">
      <input type="hidden" name="revision" value={undo.revision} />
      <input type="hidden" name="act" value={undo.act} />
      <input type="hidden" name="baseRevision" value={revision} />
      <button type="submit" className="app-hand__button">
        Undo: {undo.sentence}
      </button>
    </Form>
  );
}
