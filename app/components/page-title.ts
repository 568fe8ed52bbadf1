/** The title of a page for its `meta`: `export const meta = () => pageTitle("Waiting list")`. */
export function pageTitle(title: string): [{ title: string }] {
  return [{ title: `${title} - Hublist` }];
}
