import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

interface FigureProps {
  /** The number, with its unit. */
  value: ReactNode;
  label: string;
  /** A second, quieter line, such as what it is set against. */
  note?: ReactNode;
  /** Where the rows behind the number are. */
  to?: string;
  tone?: "attention" | "good";
}

/** One number that matters, with its words. */
export function Figure({ value, label, note, to, tone }: FigureProps) {
  return (
    <li className={`app-figure${tone ? ` app-figure--${tone}` : ""}`}>
      <span className="app-figure__value">
        {typeof value === "number" ? value.toLocaleString("en-GB") : value}
      </span>
      <span className="app-figure__label">{to ? <Link to={to}>{label}</Link> : label}</span>
      {note ? <span className="app-figure__note">{note}</span> : null}
    </li>
  );
}

/** A row of figures. */
export function Figures({ children, label }: { children: ReactNode; label: string }) {
  return (
    <ul className="app-figures" aria-label={label}>
      {children}
    </ul>
  );
}
