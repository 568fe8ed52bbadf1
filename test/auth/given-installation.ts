import type { AppLoadContext } from "@remix-run/node";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hashPassword } from "~/auth/password-hash.server";
import { giveToken } from "~/auth/sign-in-cookie.server";
import { beginSignIn } from "~/services/sign-in.server";
import { holdStore } from "~/store.server";
import { createInstallation, saveOrganisation, saveSite } from "~db/organisations";
import type { InstallationMode } from "~db/schema";
import { openStore, type Store } from "~db/store";
import { createUser, grantRole } from "~db/users";

export const ACTOR = { kind: "command", name: "test" } as const;
export const PASSWORD = "copper lantern orchid";
/** Cheap to check, so that tests are quick; counts as outdated. */
export const cheaply = (password: string, use: "lasting" | "once" = "lasting") =>
  hashPassword(password, use, { logN: 10, r: 8, p: 1 });

/** An installation of its own for one test file, held as the store of this process. `clock.at` is its time. */
export interface Given {
  store: Store;
  clock: { at: string };
  close(): Promise<void>;
}

export async function givenInstallation(mode: InstallationMode): Promise<Given> {
  const folder = mkdtempSync(join(tmpdir(), "hublist-auth-"));
  const clock = { at: "2026-11-20T09:00:00.000Z" };
  const store = holdStore(await openStore({ file: join(folder, "hublist.db"), now: () => clock.at }));
  await createInstallation(store, ACTOR, { mode, demoFirstDay: null });
  for (const code of ["RQM", "RAX"]) await saveOrganisation(store, ACTOR, { code, name: `Trust ${code}` });
  for (const [code, organisation] of [
    ["RQM01", "RQM"],
    ["RQMHH", "RQM"],
    ["RAX01", "RAX"],
  ] as const)
    await saveSite(store, ACTOR, { code, organisation, name: `Site ${code}`, type: "hub" });
  const close = async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { store, clock, close };
}

/** An account with one role; the password is PASSWORD. */
export async function givenUser(
  store: Store,
  email: string,
  role: string,
  where: { organisation: string; site: string | null } = { organisation: "RQM", site: null },
  demo = false,
): Promise<string> {
  const passwordHash = await cheaply(PASSWORD);
  const made = await createUser(store, ACTOR, { email, name: `Name of ${email}`, passwordHash, demo });
  if (made.kind !== "created") throw new Error(`${email} is taken.`);
  await grantRole(store, ACTOR, { user: made.id, role, ...where });
  return made.id;
}

export const context = (): AppLoadContext => ({
  cspNonce: "",
  requestId: "R-TEST",
  address: "192.0.2.1",
  https: false,
});

/** A request of somebody who is signed in, or (user null) of nobody. */
export async function requestOf(user: string | null, path = "/", init: RequestInit = {}): Promise<Request> {
  const headers = new Headers(init.headers);
  if (user)
    headers.set("Cookie", (await giveToken(await beginSignIn(user, "a browser"), false)).split(";")[0]!);
  return new Request(`http://hub.example${path}`, { ...init, headers });
}
