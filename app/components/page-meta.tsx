import { Meta } from "@remix-run/react";
import { Children, cloneElement, isValidElement, type ReactElement } from "react";

type WithChildren = ReactElement<{ children?: unknown }>;

/**
 * The title and what else a page says of itself; "Error: " comes first where it answers a form that was not accepted,
 * for those who hear the title before all else. Remix tells the `meta` of a route nothing of what its action answered.
 */
export function PageMeta({ refused }: { refused: boolean }) {
  const meta = Meta() as WithChildren;
  if (!refused) return meta;
  return <>{Children.map(meta.props.children as WithChildren[], marked)}</>;
}

function marked(element: WithChildren): WithChildren {
  if (!isValidElement(element) || element.type !== "title") return element;
  return cloneElement(element, {}, `Error: ${String(element.props.children)}`);
}
