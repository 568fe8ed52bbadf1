import { request } from "playwright/test";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "../../../app/auth/demo-accounts";
import type { Role } from "../../../app/facts/roles";

/** Signs the demo account of a role in at a server, by the form; its cookies. */
export async function signedIn(url: string, role: Role) {
  const { email } = DEMO_ACCOUNTS.find((account) => account.role === role)!;
  const context = await request.newContext({ baseURL: url, extraHTTPHeaders: { Origin: url } });
  const answer = await context.post("/sign-in", { form: { email, password: DEMO_PASSWORD } });
  if (!answer.ok() || answer.url().includes("sign-in")) throw new Error(`${role} could not sign in.`);
  const state = await context.storageState();
  await context.dispose();
  return state;
}
