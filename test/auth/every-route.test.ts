import { describe, expect, it } from "vitest";
import { PERMISSIONS } from "~/facts/roles";

interface RouteModule {
  loader?: { access?: { kind: string; permission?: string } };
  action?: { access?: { kind: string; permission?: string } };
}

const routes = import.meta.glob<RouteModule>("../../app/routes/**/*.{ts,tsx}");

describe("every route says who may use it", () => {
  it("finds the routes", () => {
    expect(Object.keys(routes).length).toBeGreaterThan(8);
  });

  it.each(Object.entries(routes))("%s", async (_file, load) => {
    const { loader, action } = await load();
    for (const part of [loader, action]) {
      if (!part) continue;
      expect(
        part.access,
        "wrap it in guarded, signedIn, forPatient or open (app/auth/guard.server.ts)",
      ).toBeDefined();
      expect(["open", "signedIn", "permission", "patient"]).toContain(part.access!.kind);
      if (part.access!.kind === "permission") expect(PERMISSIONS).toContain(part.access!.permission);
    }
  });

  it("and so does the root", async () => {
    const root = (await import("~/root")) as RouteModule;
    expect(root.loader?.access?.kind).toBe("open");
  });
});
