import type { ReactNode } from "react";

interface PageHeadingProps {
  children: ReactNode;
  /** A quiet line above the heading: what this page is a part of. */
  caption?: ReactNode;
  /** Links and buttons for what can be done here. */
  actions?: ReactNode;
}

/** The one h1 of a page. */
export function PageHeading({ children, caption, actions }: PageHeadingProps) {
  return (
    <div className="app-heading">
      <h1 className="nhsuk-heading-l">
        {caption ? <span className="app-caption">{caption}</span> : null}
        {children}
      </h1>
      {actions ? <div className="app-heading__actions">{actions}</div> : null}
    </div>
  );
}
