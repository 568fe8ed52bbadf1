import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { guarded, open, requireAlso, requireWhole, signedIn } from "~/auth/guard.server";
import { notFound } from "~/http/refusal";
import { context, givenInstallation, givenUser, requestOf, type Given } from "./given-installation";

let given: Given;
const users: Record<string, string> = {};
beforeAll(async () => {
  given = await givenInstallation("live");
  users.scheduler = await givenUser(given.store, "scheduler@nhs.net", "scheduler", {
    organisation: "RQM",
    site: "RQMHH",
  });
  users.ward = await givenUser(given.store, "ward@nhs.net", "ward");
  users.administrator = await givenUser(given.store, "administrator@nhs.net", "administrator");
});
afterAll(() => given.close());

async function args(user: string | null, path = "/week", init?: RequestInit): Promise<LoaderFunctionArgs> {
  return { request: await requestOf(user && users[user]!, path, init), params: {}, context: context() };
}

async function thrownBy(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => null,
    (thrown: unknown) => thrown,
  );
}

describe("a form that was not accepted", () => {
  const answers = open(({ request }) =>
    data({}, { status: new URL(request.url).pathname === "/refused" ? 400 : 200 }),
  );

  it.each([
    ["/refused", "POST", true],
    ["/done", "POST", undefined],
    ["/refused", "GET", undefined],
  ])("is noted for the title of the page: %s by %s", async (path, method, refused) => {
    const asked = await args(null, path, { method });
    await answers(asked);
    expect(asked.context.refused).toBe(refused);
  });
});

describe("guarded", () => {
  const page = guarded("plan.solve", ({ user, scope }) => ({ name: user.name, scope }));

  it("hands over the user and the scope of that permission", async () => {
    expect(await page(await args("scheduler"))).toEqual({
      name: "Name of scheduler@nhs.net",
      scope: { organisations: ["RQM"], sites: ["RQMHH"] },
    });
  });

  it("leads who is not signed in to the sign-in page and back", async () => {
    const thrown = (await thrownBy(page(await args(null, "/week?start=2026-12-14")))) as Response;
    expect(thrown.status).toBe(302);
    expect(thrown.headers.get("Location")).toBe("/sign-in?to=%2Fweek%3Fstart%3D2026-12-14");
  });

  it("tells who lacks the permission which one, who holds it and whom to ask", async () => {
    const thrown = (await thrownBy(page(await args("ward")))) as {
      init: { status: number };
      data: { message: string };
    };
    expect(thrown.init.status).toBe(403);
    expect(thrown.data.message).toContain("plan.solve");
    expect(thrown.data.message).toContain("Scheduler");
    expect(thrown.data.message).toContain("ask Name of administrator@nhs.net");
  });

  it("never calls the handler of what it refuses", async () => {
    const handler = vi.fn();
    const refused = guarded("user.manage", handler);
    await thrownBy(refused(await args("ward")));
    await thrownBy(refused(await args(null)));
    expect(handler).not.toHaveBeenCalled();
  });

  it("carries what it declares", () => {
    expect(page.access).toEqual({ kind: "permission", permission: "plan.solve" });
    expect(signedIn(() => null).access).toEqual({ kind: "signedIn" });
    expect(open(() => null).access).toEqual({ kind: "open" });
  });
});

describe("open and signedIn", () => {
  it("open takes everybody and says who it is", async () => {
    const page = open(({ user }) => user?.email ?? "nobody");
    expect(await page(await args(null))).toBe("nobody");
    expect(await page(await args("ward"))).toBe("ward@nhs.net");
  });

  it("signedIn takes every role", async () => {
    const page = signedIn(({ user }) => user.email);
    expect(await page(await args("ward"))).toBe("ward@nhs.net");
    expect(((await thrownBy(page(await args(null)))) as Response).status).toBe(302);
  });

  it("a cookie of nonsense is nobody", async () => {
    const page = open(({ user }) => user);
    for (const Cookie of ["hublist=abc", "hublist=%00", "hublist=", "hublist=eyJhIjoxfQ%3D%3D"])
      expect(await page(await args(null, "/", { headers: { Cookie } }))).toBeNull();
  });

  it("requireAlso asks for a second permission", async () => {
    const page = signedIn(({ user }) => requireAlso(user, "patient.view"));
    expect(await page(await args("ward"))).toEqual({ organisations: ["RQM"], sites: ["RQM01", "RQMHH"] });
    expect(await thrownBy(page(await args("administrator")))).toMatchObject({ init: { status: 403 } });
  });

  it("requireWhole asks for the permission at all sites of the organisation", async () => {
    const page = (organisation: string) =>
      signedIn(({ user }) => requireWhole(user, "patient.view", organisation).then(() => "may"));
    expect(await page("RQM")(await args("ward"))).toBe("may");
    for (const user of ["scheduler", "administrator"])
      expect(await thrownBy(page("RQM")(await args(user))), user).toMatchObject({ init: { status: 403 } });
    expect(await thrownBy(page("RKE")(await args("ward")))).toMatchObject({ init: { status: 403 } });
  });
});

describe("a defect in a handler", () => {
  it("is logged without its message and answered with its number", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    const page = open(() => {
      throw new Error("Patient Testsson, 999 000 0018");
    });
    const thrown = await thrownBy(page(await args(null, "/entries/RQM/PP1?q=Testsson")));
    expect(thrown).toMatchObject({ data: { requestId: "R-TEST" }, init: { status: 500 } });
    expect(JSON.stringify(thrown)).not.toContain("Testsson");
    expect(log).toHaveBeenCalledOnce();
    const entry = String(log.mock.calls[0]![0]);
    expect(entry).toContain("R-TEST GET /entries/RQM/… failed");
    expect(entry).toContain("guard.test.ts");
    expect(entry).not.toContain("Testsson");
    log.mockClear();
  });

  it("is not what a refusal is", async () => {
    const page = open(() => {
      throw notFound("There is no session S1.");
    });
    expect(await thrownBy(page(await args(null)))).toMatchObject({ init: { status: 404 } });
  });
});
