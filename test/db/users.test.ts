import { describe, expect, it } from "vitest";
import { ACTOR, onEachEngine } from "./engines";

const ADA = { email: " Ada@Example.nhs.uk ", name: "Ada", passwordHash: "hash-1", demo: false };

onEachEngine("users and their sign-in sessions", (given, load) => {
  const users = load(() => import("~db/users"));
  const signIns = load(() => import("~db/sign-in-sessions"));
  const organisations = load(() => import("~db/organisations"));

  async function withHub() {
    const { store } = given;
    await organisations().saveOrganisation(store, ACTOR, { code: "RQM", name: "Chelsea" });
    for (const code of ["RQM01", "RQM02"]) {
      await organisations().saveSite(store, ACTOR, { code, organisation: "RQM", name: code, type: "hub" });
    }
    const created = await users().createUser(store, ACTOR, ADA);
    return created.kind === "created" ? created.id : "";
  }

  describe("accounts", () => {
    it("finds an account by e-mail in any case, and refuses the address a second time", async () => {
      const id = await withHub();
      expect(await users().findAccountByEmail(given.store.db, "ADA@example.nhs.uk")).toMatchObject({
        id,
        email: "ada@example.nhs.uk",
        passwordHash: "hash-1",
        failedAttempts: 0,
        active: true,
      });
      expect(await users().createUser(given.store, ACTOR, ADA)).toEqual({ kind: "emailTaken" });
    });

    it("counts wrong passwords until a sign-in or a new password", async () => {
      const id = await withHub();
      const locked = { failedAttempts: 5, lockedUntil: "2026-11-22T10:15:00.000Z" };
      await users().recordFailedSignIn(given.store, ACTOR, id, locked);
      expect(await users().findAccountByEmail(given.store.db, ADA.email)).toMatchObject(locked);
      await users().setPassword(given.store, ACTOR, id, "hash-2");
      expect(await users().findAccountByEmail(given.store.db, ADA.email)).toMatchObject({
        failedAttempts: 0,
        lockedUntil: null,
        passwordHash: "hash-2",
      });
    });
  });

  describe("scope", () => {
    it("is the site of a grant, or all sites of its organisation, and nothing for a shut account", async () => {
      const id = await withHub();
      expect(await users().scopeOf(given.store.db, id)).toEqual({ organisations: [], sites: [] });
      const grant = { user: id, role: "scheduler", organisation: "RQM" };
      const first = await users().grantRole(given.store, ACTOR, { ...grant, site: "RQM02" });
      expect(await users().scopeOf(given.store.db, id)).toEqual({ organisations: ["RQM"], sites: ["RQM02"] });
      expect((await users().grantRole(given.store, ACTOR, { ...grant, site: "RQM02" })).kind).toBe(
        "alreadyGranted",
      );
      await users().grantRole(given.store, ACTOR, { ...grant, site: null });
      expect((await users().scopeOf(given.store.db, id)).sites).toEqual(["RQM01", "RQM02"]);
      expect(await users().revokeRole(given.store, ACTOR, first.id)).toEqual({ kind: "revoked" });
      expect(await users().revokeRole(given.store, ACTOR, first.id)).toEqual({ kind: "notFound" });
      expect(await users().listGrants(given.store.db, id)).toMatchObject([{ role: "scheduler", site: null }]);
      await users().setActive(given.store, ACTOR, id, false);
      expect(await users().scopeOf(given.store.db, id)).toEqual({ organisations: [], sites: [] });
    });
  });

  describe("reach", () => {
    it("is the grants with their organisations and sites, each once although two grants reach it", async () => {
      const id = await withHub();
      expect(await users().reachOf(given.store.db, id)).toEqual({ grants: [], organisations: [], sites: [] });
      const grant = { user: id, organisation: "RQM" };
      await users().grantRole(given.store, ACTOR, { ...grant, role: "scheduler", site: "RQM02" });
      const one = await users().reachOf(given.store.db, id);
      expect(one.sites.map(({ code }) => code)).toEqual(["RQM02"]);
      await users().grantRole(given.store, ACTOR, { ...grant, role: "coordinator", site: null });
      const all = await users().reachOf(given.store.db, id);
      expect(all.grants.map(({ role, site }) => [role, site])).toEqual([
        ["coordinator", null],
        ["scheduler", "RQM02"],
      ]);
      expect(all.organisations.map(({ code }) => code)).toEqual(["RQM"]);
      expect(all.sites.map(({ code }) => code).sort()).toEqual(["RQM01", "RQM02"]);
    });
  });

  describe("sign-in sessions", () => {
    it("are found by token until they end, are revoked or the account is shut", async () => {
      const id = await withHub();
      const { findSignIn, startSignIn, revokeSignInsOf, touchSignIn } = signIns();
      const start = { user: id, expiresAt: "2026-11-22T12:00:00.000Z", userAgent: "test" };
      const session = await startSignIn(given.store, ACTOR, { ...start, tokenHash: "t1" });
      await startSignIn(given.store, ACTOR, { ...start, tokenHash: "t2" });
      const before = "2026-11-22T11:59:59.999Z";
      expect(await findSignIn(given.store.db, "t1", before)).toMatchObject({ id: session, user: id });
      expect(await findSignIn(given.store.db, "t1", start.expiresAt)).toBeNull();
      expect(await findSignIn(given.store.db, "t3", before)).toBeNull();
      await touchSignIn(given.store, ACTOR, session, "2026-11-22T13:00:00.000Z");
      expect(await findSignIn(given.store.db, "t1", start.expiresAt)).not.toBeNull();
      await users().setActive(given.store, ACTOR, id, false);
      expect(await findSignIn(given.store.db, "t1", before)).toBeNull();
      await users().setActive(given.store, ACTOR, id, true);
      await signIns().revokeSignIn(given.store, ACTOR, session);
      expect(await findSignIn(given.store.db, "t1", before)).toBeNull();
      expect(await findSignIn(given.store.db, "t2", before)).not.toBeNull();
      await revokeSignInsOf(given.store, ACTOR, id);
      expect(await signIns().listSignIns(given.store.db, id, before)).toEqual([]);
    });
  });
});
