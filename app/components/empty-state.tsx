import type { ReactNode } from "react";

interface EmptyStateProps {
  /** What is not here, such as "No entry matches these filters". */
  heading: string;
  /** Why, and what one can do about it. */
  children?: ReactNode;
}

/** Stands where rows would stand. */
export function EmptyState({ heading, children }: EmptyStateProps) {
  return (
    <div className="app-empty">
      <h2 className="nhsuk-heading-s">{heading}</h2>
      {children}
    </div>
  );
}
