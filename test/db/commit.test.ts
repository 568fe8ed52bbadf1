import { expect, it } from "vitest";
import { ACTOR, onEachEngine } from "./engines";

const SITE = { code: "RQM01", organisation: "RQM", name: "Main", type: "main" as const };

onEachEngine("a commit", (given, load) => {
  const schema = load(() => import("~db/schema"));
  const organisations = load(() => import("~db/organisations"));
  const constraint = load(() => import("~db/constraint"));
  const names = async () =>
    (await given.store.db.select().from(schema().organisation)).map(({ name }) => name).sort();

  it("leaves nothing when its work throws, half way through", async () => {
    const work = given.store.commit(ACTOR, "test", async (tx) => {
      await tx.insert(schema().organisation, { code: "RQM", name: "Chelsea" });
      throw new Error("no");
    });
    await expect(work).rejects.toThrow("no");
    expect(await names()).toEqual([]);
    expect(await given.store.db.$count(schema().auditEntry)).toBe(0);
  });

  it("joins one that is under way: both are kept, or neither, even when the failure is caught", async () => {
    const inner = (fails: boolean) =>
      given.store.commit(ACTOR, "inner", async (tx) => {
        await tx.insert(schema().organisation, { code: "B", name: "Inner" });
        expect(await names()).toEqual(["Inner", "Outer"]);
        if (fails) throw new Error("no");
      });
    const outer = (fails: boolean) =>
      given.store.commit(ACTOR, "outer", async (tx) => {
        await tx.insert(schema().organisation, { code: "A", name: "Outer" });
        await inner(fails).catch(() => undefined);
      });
    await expect(outer(true)).rejects.toThrow("joined");
    expect(await names()).toEqual([]);
    await outer(false);
    expect(await names()).toEqual(["Inner", "Outer"]);
  });

  it("follows another: 20 people who read and then write lose nothing", async () => {
    await organisations().saveOrganisation(given.store, ACTOR, { code: "RQM", name: "0" });
    const addOne = () =>
      given.store.commit(ACTOR, "test", async (tx) => {
        const [held] = await tx.db.select().from(schema().organisation);
        await new Promise((resolve) => setTimeout(resolve, 1));
        await tx.update(schema().organisation, { code: "RQM" }, { name: String(Number(held!.name) + 1) });
      });
    await Promise.all(Array.from({ length: 20 }, addOne));
    expect(await names()).toEqual(["20"]);
  });

  it("refuses writes that the audit was not told of, and writes after its end", async () => {
    const untold = given.store.commit(ACTOR, "test", (tx) =>
      tx.clear(schema().importPayload, { import: "none" }),
    );
    await expect(untold).rejects.toThrow("import_payload");
    let late: (() => Promise<void>) | undefined;
    await given.store.commit(ACTOR, "test", async (tx) => {
      late = () => tx.insert(schema().organisation, { code: "A", name: "Late" });
    });
    await expect(late!()).rejects.toThrow("This commit has ended");
  });

  it("names the promise of the schema that a write would break, the same on both engines", async () => {
    const { saveOrganisation, saveSite } = organisations();
    const broken = async (write: Promise<unknown>) =>
      constraint().brokenConstraint(
        await write.then(
          () => null,
          (error: unknown) => error,
        ),
      )?.kind;
    expect(await broken(saveSite(given.store, ACTOR, SITE))).toBe("foreignKey");
    await saveOrganisation(given.store, ACTOR, { code: "RQM", name: "Chelsea" });
    const insert = (row: object) =>
      given.store.commit(ACTOR, "test", (tx) => tx.insert(schema().site, { ...SITE, ...row }));
    expect(await broken(insert({ type: "shed" }))).toBe("check");
    expect(await broken(insert({ name: null }))).toBe("notNull");
    await insert({});
    expect(await broken(insert({}))).toBe("unique");
    expect(constraint().brokenConstraint(new Error("something else"))).toBeNull();
  });

  it("never lets a secret into the audit", async () => {
    const { createUser } = await import("~db/users");
    await createUser(given.store, ACTOR, {
      email: "a@b.c",
      name: "A",
      passwordHash: "secret-hash",
      demo: false,
    });
    const values = await given.store.db.select().from(schema().auditValue);
    expect(values).toHaveLength(1);
    expect(JSON.stringify(values)).not.toContain("secret-hash");
  });
});
