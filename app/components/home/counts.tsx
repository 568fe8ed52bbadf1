import { Figure, Figures } from "~/components/figures";
import { number } from "~/domain/figure-words";
import type { HomeCount } from "~/views/home-list.server";

/** Counts that somebody should look at, each a way to its entries. */
export function Counts({ label, counts }: { label: string; counts: HomeCount[] }) {
  return (
    <Figures label={label}>
      {counts.map(({ count, needsSomebody, ...words }) => (
        <Figure
          key={words.label}
          value={number(count)}
          tone={needsSomebody ? "attention" : "good"}
          label={words.label}
          note={words.note}
          to={words.to}
        />
      ))}
    </Figures>
  );
}
