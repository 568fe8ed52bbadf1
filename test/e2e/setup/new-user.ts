import { request, type APIRequestContext } from "playwright/test";
import type { Role } from "../../../app/facts/roles";
import { stateOf } from "./places";

export interface NewUser {
  name: string;
  email: string;
  password: string;
}

let made = 0;

async function post(context: APIRequestContext, path: string, form: Record<string, string>) {
  const origin = process.env.HUBLIST_TEST_URL!;
  const answer = await context.post(`${origin}${path}`, { form, headers: { Origin: origin } });
  return { url: answer.url(), text: await answer.text() };
}

/** Adds a user, as an administrator does, and chooses their password: for tests that spoil the account. */
export async function newUser(role: Role, place = "RQM/"): Promise<NewUser> {
  const number = ++made;
  const name = `Newcomer Number ${number} of ${process.pid}`;
  const email = `newcomer-${number}-${process.pid}@nhs.net`;
  const password = "copper lantern orchid";
  const administrator = await request.newContext({ storageState: stateOf("administrator") });
  const { text } = await post(administrator, "/users/new", { name, email, role, place });
  const once = /app-code app-break">([^<]+)</.exec(text)?.[1];
  await administrator.dispose();
  const newcomer = await request.newContext();
  const { url } = await post(newcomer, "/sign-in", { email, password: once ?? "", newPassword: password });
  await newcomer.dispose();
  if (!once || url.includes("sign-in")) throw new Error(`${email} could not be added.`);
  return { name, email, password };
}
