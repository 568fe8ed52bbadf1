import type { ReactNode } from "react";

interface DataTableProps {
  /** Says what the table holds. */
  caption: string;
  /** The caption is for screen readers alone, where a heading stands right above. */
  captionHidden?: boolean;
  /** Wider than a desk's screen: scrolls sideways there too, and its header does not stick. */
  wide?: boolean;
  /** On a phone each row is a card: then every cell but the first names its column in `data-label`. */
  rows?: boolean;
  /** `<thead>` and `<tbody>`. */
  children: ReactNode;
}

/**
 * A dense table with a header that stays in sight; where it is too wide it scrolls by itself, by keyboard too.
 * Figures take the class `app-number`, a second line in a cell `app-cell-note`.
 */
export function DataTable({
  caption,
  captionHidden = false,
  wide = false,
  rows = false,
  children,
}: DataTableProps) {
  return (
    <div
      className={`app-table-scroll${wide ? " app-table-scroll--wide" : ""}`}
      role="region"
      aria-label={caption}
      tabIndex={0}
    >
      <table className={rows ? "app-table app-rows" : "app-table"}>
        <caption className={captionHidden ? "nhsuk-u-visually-hidden" : undefined}>{caption}</caption>
        {children}
      </table>
    </div>
  );
}
