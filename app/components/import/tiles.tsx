import { Figure, Figures } from "~/components/figures";
import type { ImportCounts } from "~db/schema";

interface TilesProps {
  id: string;
  counts: ImportCounts;
  farFewer: boolean;
}

const count = (number: number) => number.toLocaleString("en-GB");

/** What a file would change, counted; each number leads to its rows. */
export function Tiles({ id, counts, farFewer }: TilesProps) {
  const to = (kind: keyof ImportCounts) =>
    counts[kind] > 0 ? `/imports/${id}?show=${kind}#rows` : undefined;
  const figure = (kind: keyof ImportCounts, label: string, note: string, attention = false) => (
    <Figure
      value={count(counts[kind])}
      label={label}
      note={note}
      to={kind === "same" ? undefined : to(kind)}
      tone={attention && counts[kind] > 0 ? "attention" : undefined}
    />
  );
  return (
    <Figures label="What the file says">
      {figure("new", "New", "not held so far")}
      {figure("changed", "Changed", "the file says something else")}
      {figure("same", "Unchanged", "the same as held")}
      {figure("gone", "Gone", `of ${count(counts.held)} held, no longer in the file`, farFewer)}
      {figure("drift", "Drift", "differ, and Hublist keeps its value")}
      {figure("faults", "Faults", "rows left out, or why", true)}
      {figure("warnings", "Warnings", "rows taken, to be looked at")}
    </Figures>
  );
}
