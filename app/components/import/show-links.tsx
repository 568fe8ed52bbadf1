import { Link } from "@remix-run/react";

const WORDS = {
  changed: "Changed",
  new: "New",
  gone: "Gone",
  drift: "Drift",
  faults: "Faults",
  warnings: "Warnings",
} as const;

interface ShowLinksProps {
  id: string;
  shown: keyof typeof WORDS;
  counts: Record<keyof typeof WORDS, number>;
}

/** Chooses which rows of an import are shown. */
export function ShowLinks({ id, shown, counts }: ShowLinksProps) {
  const kinds = Object.keys(WORDS) as (keyof typeof WORDS)[];
  return (
    <nav aria-label="Rows of the import">
      <ul className="app-views">
        {kinds.map((kind) => (
          <li key={kind}>
            <Link to={`/imports/${id}?show=${kind}#rows`} aria-current={kind === shown ? "page" : undefined}>
              {WORDS[kind]} ({counts[kind].toLocaleString("en-GB")})
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
