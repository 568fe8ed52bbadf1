import { redirect } from "@remix-run/node";
import { open } from "~/auth/guard.server";
import { readToken, takeToken } from "~/auth/sign-in-cookie.server";
import { endByToken } from "~/services/sign-in.server";

export const loader = open(() => redirect("/"));

/** Ends the sign-in of this browser, here and in the store. */
export const action = open(async ({ request, context }) => {
  const token = await readToken(request, context.https);
  if (token) await endByToken(token);
  return redirect("/sign-in", { headers: { "Set-Cookie": await takeToken(context.https) } });
});
