interface CapacityBarProps {
  /** Planned minutes: operating means and turnarounds. */
  planned: number;
  /** Length of the session in minutes. */
  length: number;
  /** Leave out the words beside the bar where the same numbers stand in the row anyway. */
  bare?: boolean;
}

/** Below this share of its length a session counts as thinly filled and its bar is grey. */
const THIN = 0.5;

/** Planned minutes against the length of a session, as a bar and in words; what runs over is striped at the end. */
export function CapacityBar({ planned, length, bare = false }: CapacityBarProps) {
  const scale = 100 / Math.max(planned, length, 1);
  const used = Math.min(planned, length) * scale;
  const over = Math.max(0, planned - length) * scale;
  const share = length > 0 ? Math.round((100 * planned) / length) : 0;
  const words = `${planned} of ${length} minutes planned, ${share}%`;
  return (
    <span className="app-capacity">
      <svg
        className="app-capacity__bar"
        viewBox="0 0 100 10"
        preserveAspectRatio="none"
        role={bare ? "img" : undefined}
        aria-label={bare ? words : undefined}
        aria-hidden={bare ? undefined : true}
      >
        <rect
          className={planned < THIN * length ? "app-capacity__low" : "app-capacity__used"}
          width={used}
          height="10"
        />
        {over > 0 ? <rect className="app-capacity__over" x={used} width={over} height="10" /> : null}
      </svg>
      {bare ? null : (
        <span className="app-capacity__text">
          {planned} of {length} min{over > 0 ? `, ${planned - length} over` : ` (${share}%)`}
        </span>
      )}
    </span>
  );
}
