import type { BoardList } from "~/views/week-board";

/** Height of the bar in the units of its picture; its width is the session's minutes. */
const HEIGHT = 10;

/**
 * The session as a bar of time from its start: filled where a case is on the table, open where the theatre turns
 * round or stands free, hatched where minutes are held. The words beside it say the same.
 */
export function ListBar({ list }: { list: BoardList }) {
  const whole = list.length + list.heldMinutes;
  const last = list.cases.at(-1);
  const width = Math.max(whole, last ? last.at + last.minutes : 0, 1);
  return (
    <svg
      className="app-list__bar"
      viewBox={`0 0 ${width} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect className="app-list__room" width={whole} height={HEIGHT} />
      {list.heldMinutes > 0 ? (
        <rect className="app-list__held" x={list.length} width={list.heldMinutes} height={HEIGHT} />
      ) : null}
      {list.cases.map(({ entry, at, minutes }) => (
        <rect
          key={entry}
          className="app-list__case-time"
          x={at}
          width={Math.max(1, minutes)}
          height={HEIGHT}
        />
      ))}
    </svg>
  );
}
