import { describe, expect, it } from "vitest";
import { mayAnywhere, mayFor, scopeFor } from "~/auth/grants";
import { DEMO_ACCOUNTS } from "~/auth/demo-accounts";
import { PERMISSIONS, permissionSentence, roleFacts, ROLES, rolesWith } from "~/facts/roles";

const SITES = [
  { code: "RQM01", organisation: "RQM" },
  { code: "RQMHH", organisation: "RQM" },
  { code: "RAX01", organisation: "RAX" },
];
const grant = (role: string, organisation: string, site: string | null) => ({ role, organisation, site });

describe("roles", () => {
  it("name only permissions that there are, each with a sentence and held by some role", () => {
    for (const role of ROLES) {
      const { name, sentence, permissions } = roleFacts(role);
      expect(name && sentence).toBeTruthy();
      expect(permissions.filter((permission) => !PERMISSIONS.includes(permission))).toEqual([]);
    }
    for (const permission of PERMISSIONS) {
      expect(permission).toMatch(/^[a-zA-Z]+\.[a-z]+$/);
      expect(permissionSentence(permission).length).toBeGreaterThan(10);
      expect(rolesWith(permission), permission).not.toEqual([]);
    }
  });

  it("keep patients' details from managers and administrators, and accounts from all but administrators", () => {
    expect(rolesWith("patient.view")).not.toContain("manager");
    expect(rolesWith("patient.view")).not.toContain("administrator");
    expect(rolesWith("user.manage")).toEqual(["administrator"]);
    expect(rolesWith("readiness.confirm")).toEqual(["preAssessmentNurse", "clinician"]);
  });

  it("have one demo account each", () => {
    expect(DEMO_ACCOUNTS.map(({ role }) => role).sort()).toEqual([...ROLES].sort());
  });
});

describe("the scope of a permission", () => {
  it("covers all sites of the organisation for a grant without a site, and no others", () => {
    expect(scopeFor([grant("scheduler", "RQM", null)], "plan.solve", SITES)).toEqual({
      organisations: ["RQM"],
      sites: ["RQM01", "RQMHH"],
    });
  });

  it("covers one site for a grant at that site", () => {
    expect(scopeFor([grant("scheduler", "RQM", "RQMHH")], "plan.solve", SITES).sites).toEqual(["RQMHH"]);
  });

  it("is that of the grants that give this permission, not of all grants", () => {
    const grants = [grant("scheduler", "RQM", "RQMHH"), grant("ward", "RAX", null)];
    expect(scopeFor(grants, "plan.solve", SITES)).toEqual({ organisations: ["RQM"], sites: ["RQMHH"] });
    expect(scopeFor(grants, "list.view", SITES).sites).toEqual(["RQMHH", "RAX01"]);
  });

  it("is empty for a role that the facts do not name", () => {
    const grants = [grant("emperor", "RQM", null), grant("toString", "RQM", null)];
    expect(scopeFor(grants, "plan.solve", SITES)).toEqual({ organisations: [], sites: [] });
    expect(mayAnywhere(grants, "plan.solve")).toBe(false);
  });
});

describe("what an administrator may grant", () => {
  const administrator = [grant("administrator", "RQM", "RQM01")];
  it.each([
    [{ organisation: "RQM", site: "RQM01" }, true],
    [{ organisation: "RQM", site: "RQMHH" }, false],
    [{ organisation: "RQM", site: null }, false],
    [{ organisation: "RAX", site: "RQM01" }, false],
  ])("%o: %s", (wanted, expected) => {
    expect(mayFor(administrator, "user.manage", wanted)).toBe(expected);
  });
});
