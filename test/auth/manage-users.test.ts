import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { visitorOf, type User } from "~/auth/visitor.server";
import {
  addUser,
  endSignIns,
  giveRole,
  resetPassword,
  switchAccount,
  takeRole,
} from "~/services/manage-users.server";
import { createAdministrator } from "~/services/create-administrator.server";
import { createDemoAccounts } from "~/services/create-demo-accounts.server";
import { auditEntry } from "~db/schema";
import { findAccount, listGrants } from "~db/users";
import { ACTOR, context, givenInstallation, givenUser, requestOf, type Given } from "./given-installation";

let given: Given;
let whole: User;
let ofSite: User;
const WHOLE = { organisation: "RQM", site: null };
const SITE = { organisation: "RQM", site: "RQM01" };
const grant = (role: string, where: { organisation: string; site: string | null }) => ({ role, ...where });

async function administrator(
  email: string,
  where: { organisation: string; site: string | null },
): Promise<User> {
  const id = await givenUser(given.store, email, "administrator", where);
  return (await visitorOf(await requestOf(id), context()))!;
}

beforeAll(async () => {
  given = await givenInstallation("live");
  whole = await administrator("whole@nhs.net", WHOLE);
  ofSite = await administrator("site@nhs.net", SITE);
});
afterAll(() => given.close());

let number = 0;
const person = () => ({ name: "Amara Okafor", email: `person-${++number}@nhs.net` });

describe("adding a user", () => {
  it("makes an account with that role and a password for one use, and the audit knows who did it", async () => {
    const answer = await addUser(whole, person(), grant("scheduler", SITE));
    if (answer.kind !== "added") throw new Error(answer.kind);
    expect(await listGrants(given.store.db, answer.id)).toMatchObject([{ role: "scheduler", site: "RQM01" }]);
    const audit = await given.store.db.select().from(auditEntry);
    const own = audit.filter(({ subjectId }) => subjectId === answer.id);
    expect(own).toMatchObject([{ actor: `user:${whole.id}`, action: "user.create" }]);
    expect(JSON.stringify(audit)).not.toContain(answer.password);
  });

  it.each([
    ["a whole organisation", WHOLE],
    ["another site", { organisation: "RQM", site: "RQMHH" }],
    ["another organisation", { organisation: "RAX", site: "RAX01" }],
  ])("is refused to the administrator of one site for %s", async (_what, where) => {
    const wanted = person();
    expect((await addUser(ofSite, wanted, grant("scheduler", where))).kind).toBe("notAllowed");
    expect((await addUser(ofSite, wanted, grant("scheduler", SITE))).kind).toBe("added");
  });
});

describe("changing an account", () => {
  it("takes an administrator of all its roles", async () => {
    const id = await givenUser(given.store, "both@nhs.net", "scheduler", SITE);
    await giveRole(whole, id, grant("ward", { organisation: "RQM", site: "RQMHH" }));
    for (const change of [resetPassword, endSignIns, (user: User) => switchAccount(user, id, false)])
      expect((await change(ofSite, id)).kind).toBe("notAllowed");
    expect((await findAccount(given.store.db, id))?.active).toBe(true);
    expect((await resetPassword(whole, id)).kind).toBe("reset");
    expect((await switchAccount(whole, id, false)).kind).toBe("switched");
    expect((await findAccount(given.store.db, id))?.active).toBe(false);
  });

  it("ends the sign-ins of who is shut, gets a new password, or is signed out", async () => {
    for (const change of [
      resetPassword,
      endSignIns,
      (user: User, id: string) => switchAccount(user, id, false),
    ]) {
      const { email } = person();
      const id = await givenUser(given.store, email, "ward", SITE);
      const request = await requestOf(id);
      expect(await visitorOf(request, context())).not.toBeNull();
      await change(ofSite, id);
      expect(await visitorOf(request, context())).toBeNull();
    }
  });

  it("is refused on one's own account, on demo accounts and on none", async () => {
    const demo = await givenUser(given.store, "demo@nhs.net", "ward", SITE, true);
    for (const id of [whole.id, demo, "nobody"]) {
      expect((await resetPassword(whole, id)).kind).toBe("notAllowed");
      expect((await giveRole(whole, id, grant("ward", SITE))).kind).toBe("notAllowed");
      expect((await takeRole(whole, id, "x")).kind).toBe("notAllowed");
    }
  });

  it("takes back a role only where one is an administrator", async () => {
    const id = await givenUser(given.store, "roles@nhs.net", "scheduler", WHOLE);
    const [held] = await listGrants(given.store.db, id);
    expect((await takeRole(ofSite, id, held!.id)).kind).toBe("notAllowed");
    expect((await takeRole(whole, id, held!.id)).kind).toBe("revoked");
    expect((await takeRole(whole, id, held!.id)).kind).toBe("notFound");
  });
});

describe("first accounts", () => {
  it("the first administrator is made by command, once", async () => {
    const first = { name: "First", email: "first@nhs.net", organisation: "RAX" };
    expect((await createAdministrator(given.store, ACTOR, first)).kind).toBe("created");
    expect(await createAdministrator(given.store, ACTOR, first)).toMatchObject({ kind: "refused" });
    expect(await createAdministrator(given.store, ACTOR, { ...first, organisation: "XXX" })).toMatchObject({
      message: "There is no organisation XXX. Create it first.",
    });
    expect(await createAdministrator(given.store, ACTOR, { ...first, email: "first" })).toMatchObject({
      kind: "refused",
    });
  });

  it("demo accounts are not made in a live installation", async () => {
    await expect(createDemoAccounts(given.store, ACTOR, "RQM")).rejects.toThrow("demo mode only");
  });
});
