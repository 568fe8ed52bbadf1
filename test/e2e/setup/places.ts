import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Role } from "../../../app/facts/roles";

/** Top of the checkout. */
export const root = fileURLToPath(new URL("../../..", import.meta.url));

/** The date that the server of the browser tests takes for today, a Friday. */
export const TODAY = "2026-11-20";

/** The largest file that it takes, megabytes. */
export const MOST_UPLOAD = "2";

/** File with the cookies of a signed-in role. */
export const stateOf = (role: Role): string => join(root, `test-results/state/${role}.json`);

/** The data folder of before the tests, in which every role is signed in, for servers of their own. */
export const SEEDED = join(root, "test-results/seed/data");
