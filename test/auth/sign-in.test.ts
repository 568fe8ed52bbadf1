import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endByToken, signIn } from "~/services/sign-in.server";
import { tokenHash } from "~/auth/token.server";
import { visitorOf } from "~/auth/visitor.server";
import { signInSession, userAccount } from "~db/schema";
import { findSignIn } from "~db/sign-in-sessions";
import { findAccountByEmail, setActive, setPassword } from "~db/users";
import {
  ACTOR,
  cheaply,
  context,
  givenInstallation,
  givenUser,
  PASSWORD,
  requestOf,
  type Given,
} from "./given-installation";

let given: Given;
beforeAll(async () => (given = await givenInstallation("live")));
afterAll(() => given.close());

const attempt = (email: string, password: string, more: Partial<Parameters<typeof signIn>[0]> = {}) =>
  signIn({
    email,
    password,
    newPassword: null,
    address: email,
    userAgent: "a browser",
    replaces: null,
    ...more,
  });

async function signedIn(email: string, more = {}): Promise<string> {
  const answer = await attempt(email, PASSWORD, more);
  if (answer.kind !== "signedIn") throw new Error(`${email} was ${answer.kind}.`);
  return answer.token;
}

const holder = (token: string) => findSignIn(given.store.db, tokenHash(token), given.clock.at);

describe("signing in", () => {
  it("gives a token of which the store keeps the hash alone", async () => {
    const id = await givenUser(given.store, "one@nhs.net", "scheduler");
    const token = await signedIn(" ONE@nhs.net ");
    expect((await holder(token))?.user).toBe(id);
    const rows = await given.store.db.select().from(signInSession).where(eq(signInSession.user, id));
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it("replaces an outdated hash, and the sign-in of that browser", async () => {
    await givenUser(given.store, "two@nhs.net", "scheduler");
    const before = (await findAccountByEmail(given.store.db, "two@nhs.net"))!.passwordHash;
    const first = await signedIn("two@nhs.net");
    expect((await findAccountByEmail(given.store.db, "two@nhs.net"))!.passwordHash).not.toBe(before);
    const second = await signedIn("two@nhs.net", { replaces: first });
    expect(second).not.toBe(first);
    expect(await holder(first)).toBeNull();
    expect(await holder(second)).not.toBeNull();
  });

  it("refuses wrong, unknown, shut and demo accounts alike in a live installation", async () => {
    await givenUser(given.store, "three@nhs.net", "scheduler");
    const shut = await givenUser(given.store, "shut@nhs.net", "scheduler");
    await setActive(given.store, ACTOR, shut, false);
    await givenUser(given.store, "demo@nhs.net", "scheduler", undefined, true);
    const refused = { kind: "refused" };
    expect(await attempt("three@nhs.net", "not that")).toEqual(refused);
    expect(await attempt("nobody@nhs.net", PASSWORD)).toEqual(refused);
    expect(await attempt("shut@nhs.net", PASSWORD)).toEqual(refused);
    expect(await attempt("demo@nhs.net", PASSWORD)).toEqual(refused);
  });

  it("with a one-time password takes a new one that keeps the rules, and then only that", async () => {
    const id = await givenUser(given.store, "once@nhs.net", "scheduler");
    await setPassword(given.store, ACTOR, id, await cheaply("k7mf3-once", "once"));
    const with_ = (newPassword: string | null) => attempt("once@nhs.net", "k7mf3-once", { newPassword });
    expect(await with_(null)).toEqual({ kind: "oneTime" });
    expect(await with_("short")).toMatchObject({ kind: "newPasswordRefused" });
    expect(await with_("k7mf3-once")).toMatchObject({ kind: "newPasswordRefused" });
    expect((await with_("violet harbour kettle")).kind).toBe("signedIn");
    expect(await with_("another harbour kettle")).toEqual({ kind: "refused" });
    expect((await attempt("once@nhs.net", "violet harbour kettle")).kind).toBe("signedIn");
  });
});

describe("guessing", () => {
  it("shuts an account after five wrong attempts, for the right password too, until the lock is over", async () => {
    await givenUser(given.store, "guessed@nhs.net", "scheduler");
    for (let i = 0; i < 5; i++) await attempt("guessed@nhs.net", "wrong");
    expect(await attempt("guessed@nhs.net", PASSWORD)).toEqual({ kind: "refused" });
    const [row] = await given.store.db
      .select()
      .from(userAccount)
      .where(eq(userAccount.email, "guessed@nhs.net"));
    expect(row).toMatchObject({ failedAttempts: 5, lockedUntil: "2026-11-20T09:01:00.000Z" });
    given.clock.at = "2026-11-20T09:01:00.001Z";
    expect((await attempt("guessed@nhs.net", PASSWORD)).kind).toBe("signedIn");
    const [after] = await given.store.db
      .select()
      .from(userAccount)
      .where(eq(userAccount.email, "guessed@nhs.net"));
    expect(after).toMatchObject({ failedAttempts: 0, lockedUntil: null });
  });

  it("all at once counts as one after the other", async () => {
    await givenUser(given.store, "burst@nhs.net", "scheduler");
    await Promise.all(Array.from({ length: 8 }, () => attempt("burst@nhs.net", "wrong")));
    expect(await attempt("burst@nhs.net", PASSWORD)).toEqual({ kind: "refused" });
  });

  it("from one address at many accounts is stopped after thirty", async () => {
    await givenUser(given.store, "bystander@nhs.net", "scheduler");
    await givenUser(given.store, "elsewhere@nhs.net", "scheduler");
    const address = "198.51.100.7";
    for (let i = 1; i <= 6; i++) {
      await givenUser(given.store, `victim-${i}@nhs.net`, "scheduler");
      for (let guess = 1; guess <= 5; guess++) await attempt(`victim-${i}@nhs.net`, "wrong", { address });
    }
    expect(await attempt("bystander@nhs.net", PASSWORD, { address })).toEqual({ kind: "tooMany" });
    expect((await attempt("elsewhere@nhs.net", PASSWORD)).kind).toBe("signedIn");
  });
});

describe("a sign-in", () => {
  it("ends for good when it is signed out", async () => {
    await givenUser(given.store, "leaver@nhs.net", "scheduler");
    const token = await signedIn("leaver@nhs.net");
    await endByToken(token);
    expect(await holder(token)).toBeNull();
    await endByToken(token);
  });

  it("ends after 30 idle minutes, is kept by use, and ends after 12 hours all the same", async () => {
    const id = await givenUser(given.store, "idle@nhs.net", "scheduler");
    const at = (time: string) => (given.clock.at = `2026-11-21T${time}:00.000Z`);
    at("06:00");
    const request = await requestOf(id);
    const isIn = async () => (await visitorOf(request, context())) !== null;
    at("06:30");
    expect(await isIn()).toBe(false);
    at("06:29");
    expect(await isIn()).toBe(true);
    at("06:58");
    expect(await isIn()).toBe(true);
    for (let hour = 7; hour < 18; hour++) {
      for (const minute of ["10", "35", "59"]) {
        at(`${String(hour).padStart(2, "0")}:${minute}`);
        expect(await isIn(), given.clock.at).toBe(true);
      }
    }
    at("18:00");
    expect(await isIn()).toBe(false);
  });

  it("is over at once for an account that is shut", async () => {
    const id = await givenUser(given.store, "shut-later@nhs.net", "scheduler");
    const request = await requestOf(id);
    expect(await visitorOf(request, context())).not.toBeNull();
    await setActive(given.store, ACTOR, id, false);
    expect(await visitorOf(request, context())).toBeNull();
  });
});
