import type { ListStanding } from "~/views/operating-day/list-outlook.server";

const HEIGHT = 12;

/**
 * A list as a bar of time: full where a case is over, striped where one is in the theatre, open where one is expected,
 * with the end of the session and the present minute as lines. The words beside it say the same.
 */
export function DayBar({ bar, label }: { bar: ListStanding["bar"]; label: string }) {
  const { start, end, until, now, pieces } = bar;
  const width = Math.max(1, until - start);
  const x = (minute: number) => Math.min(width, Math.max(0, minute - start));
  return (
    <svg
      className="app-day-bar"
      viewBox={`0 0 ${width} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <rect className="app-day-bar__session" width={x(end)} height={HEIGHT} />
      {pieces.map((piece) => (
        <rect
          key={`${piece.kind} ${piece.start}`}
          className={`app-day-bar__${piece.kind}`}
          x={x(piece.start)}
          y={1}
          width={Math.max(1, x(piece.end) - x(piece.start))}
          height={HEIGHT - 2}
        />
      ))}
      <line className="app-day-bar__end" x1={x(end)} x2={x(end)} y2={HEIGHT} />
      {now !== null && now >= start && now <= until ? (
        <line className="app-day-bar__now" x1={x(now)} x2={x(now)} y2={HEIGHT} />
      ) : null}
    </svg>
  );
}
