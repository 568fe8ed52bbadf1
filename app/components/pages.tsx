import { Link } from "@remix-run/react";

/** Numbers of the pages to show: first, last, and two on either side of the present one; null for a gap. */
export function pageNumbers(page: number, pages: number): (number | null)[] {
  const near = (number: number) => number === 1 || number === pages || Math.abs(number - page) <= 2;
  const shown: (number | null)[] = [];
  for (let number = 1; number <= pages; number++) {
    if (near(number)) shown.push(number);
    else if (shown.at(-1) !== null) shown.push(null);
  }
  return shown;
}

interface PagesProps {
  /** 1, 2, ... */
  page: number;
  pageSize: number;
  /** Rows in all. */
  total: number;
  /** What the rows are, such as "entries". */
  noun: string;
  /** Address of a page. */
  hrefOf: (page: number) => string;
}

function PageLink({ number, current, href }: { number: number; current: boolean; href: string }) {
  return current ? (
    <span aria-current="page">{number}</span>
  ) : (
    <Link to={href} aria-label={`Page ${number}`}>
      {number}
    </Link>
  );
}

/** How many rows there are, which are shown, and the way to the others. */
export function Pages({ page, pageSize, total, noun, hrefOf }: PagesProps) {
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const count = (number: number) => number.toLocaleString("en-GB");
  const first = total === 0 ? 0 : (page - 1) * pageSize + 1;
  const shown = `${count(first)} to ${count(Math.min(total, page * pageSize))} of ${count(total)} ${noun}`;
  if (pages === 1) return <p className="app-pages">{shown}</p>;
  return (
    <nav className="app-pages" aria-label="Pages">
      <span>{shown}</span>
      <ul className="app-pages__links">
        {page > 1 ? (
          <li>
            <Link to={hrefOf(page - 1)} rel="prev">
              Previous
            </Link>
          </li>
        ) : null}
        {pageNumbers(page, pages).map((number, index) => (
          <li key={number ?? `gap-${index}`}>
            {number === null ? (
              <span>…</span>
            ) : (
              <PageLink number={number} current={number === page} href={hrefOf(number)} />
            )}
          </li>
        ))}
        {page < pages ? (
          <li>
            <Link to={hrefOf(page + 1)} rel="next">
              Next
            </Link>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}
