import { Link } from "@remix-run/react";

interface SortHeaderProps {
  text: string;
  /** Address of this table sorted by this column (the other way round when it is already). */
  to: string;
  /** How the table is sorted by this column now, if it is. */
  sorted?: "ascending" | "descending";
  number?: boolean;
}

/** A column heading that sorts the table. */
export function SortHeader({ text, to, sorted, number = false }: SortHeaderProps) {
  return (
    <th scope="col" aria-sort={sorted} className={number ? "app-number" : undefined}>
      <Link to={to} preventScrollReset>
        {text}
        {sorted ? <span aria-hidden="true"> {sorted === "ascending" ? "▲" : "▼"}</span> : null}
      </Link>
    </th>
  );
}
