import { Link } from "@remix-run/react";
import { BackLink, Breadcrumb } from "nhsuk-react-components";

export interface TrailStep {
  to: string;
  text: string;
}

/** Where this page lies: the pages above it, from the home page on. */
export function Trail({ steps }: { steps: TrailStep[] }) {
  const above = steps.at(-1);
  return (
    <div className="app-trail">
      <Breadcrumb>
        {steps.map(({ to, text }) => (
          <Breadcrumb.Item key={to} asElement={Link} to={to}>
            {text}
          </Breadcrumb.Item>
        ))}
        {above ? (
          <Breadcrumb.Back asElement={Link} to={above.to}>
            {above.text}
          </Breadcrumb.Back>
        ) : null}
      </Breadcrumb>
    </div>
  );
}

/** One step back, for a page within a task. */
export function Back({ to, children = "Back" }: { to: string; children?: string }) {
  return (
    <div className="app-trail">
      <BackLink asElement={Link} to={to}>
        {children}
      </BackLink>
    </div>
  );
}
