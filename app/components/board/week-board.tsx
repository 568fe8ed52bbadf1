import { DateText } from "~/components/date-text";
import type { BoardDay, BoardSite, WeekBoard as Board } from "~/views/week-board";
import { counted } from "~/domain/figure-words";
import { ListCard, type CardScale } from "./list-card";

interface WeekBoardProps {
  board: Board;
  scale: CardScale;
}

/** The week's lists: a part for each site; on a wide screen days across and theatres down, on a phone day by day. */
export function WeekBoard({ board, scale }: WeekBoardProps) {
  return (
    <div className="app-board">
      {board.sites.map((site) => (
        <Site key={site.code} site={site} scale={scale} />
      ))}
    </div>
  );
}

function Site({ site, scale }: { site: BoardSite; scale: CardScale }) {
  const heading = `site-${site.code}`;
  const lists = site.days.flatMap(({ cells }) => cells).reduce((sum, cell) => sum + cell.lists.length, 0);
  return (
    <section className="app-board__site" aria-labelledby={heading}>
      <h3 className="nhsuk-heading-m app-board__site-name" id={heading}>
        {site.name}
        <span className="app-caption">
          {site.type === "hub" ? "Surgical hub" : "Main site"}, {counted(lists, "session")},{" "}
          {counted(site.cases, "case")}
        </span>
      </h3>
      <div className={`app-board__days app-board__days--${site.days.length}`}>
        {site.days.map((day) => (
          <Day key={day.date} day={day} site={site} scale={scale} />
        ))}
      </div>
    </section>
  );
}

function Day({ day, site, scale }: { day: BoardDay; site: BoardSite; scale: CardScale }) {
  const heading = `day-${site.code}-${day.date}`;
  return (
    <section className="app-board__day" aria-labelledby={heading}>
      <h4 className="app-board__date" id={heading}>
        <DateText date={day.date} style="short" />
        <span className="app-board__date-site" aria-hidden="true">
          {", "}
          {site.name}
        </span>
      </h4>
      {day.cells.map(({ theatre, lists }) => (
        <div
          key={theatre}
          className={lists.length > 0 ? "app-board__cell" : "app-board__cell app-board__cell--none"}
        >
          {lists.length > 0 ? (
            lists.map((list) => <ListCard key={list.sessionId} list={list} scale={scale} />)
          ) : (
            <p className="app-board__none">{theatre}: no session</p>
          )}
        </div>
      ))}
    </section>
  );
}
