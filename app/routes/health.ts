import { open } from "~/auth/guard.server";
import { isStoreReachable } from "~/services/check-health.server";

/** For whoever watches the server: 200 when pages and database answer, 503 when the database does not. */
export const loader = open(async () => {
  const database = await isStoreReachable();
  const body = { status: database ? "ok" : "failing", database: database ? "ok" : "failing" };
  return Response.json(body, { status: database ? 200 : 503 });
});
