import type { User } from "~/auth/visitor.server";
import { readersOf, type Reader } from "~/domain/list-readers";

/** As whom somebody confirms at a site, by the roles that they hold there. */
export function readersAt(user: User, organisation: string, site: string): Reader[] {
  const here = user.grants.filter(
    (grant) => grant.organisation === organisation && (grant.site === null || grant.site === site),
  );
  return readersOf(here.map(({ role }) => role));
}
