import { expect, it } from "vitest";
import { siteChoices, siteNameOf, sitesIn } from "~/auth/own-sites";

const site = (code: string, organisation: string) => ({
  ...{ code, organisation, name: `Site ${code}`, type: "hub" as const },
});
const user = { sites: [site("A1", "A"), site("A2", "A"), site("B1", "B")] };
const scope = { organisations: ["A", "B"], sites: ["A1", "B1"] };
const codes = (found: readonly { code: string }[]) => found.map(({ code }) => code);

it("somebody chooses among the sites at which they may do a thing, of one organisation where it is about one", () => {
  expect(codes(sitesIn(user, scope))).toEqual(["A1", "B1"]);
  expect(codes(sitesIn(user, scope, "A"))).toEqual(["A1"]);
  expect(codes(sitesIn(user, scope, "C"))).toEqual([]);
  expect(codes(sitesIn(user, { ...scope, organisations: ["B"] }))).toEqual(["B1"]);
  expect(codes(sitesIn(user, { organisations: [], sites: [] }))).toEqual([]);
  expect(siteChoices(user, scope)[0]).toEqual({ value: "A1", text: "Site A1" });
});

it("a site is called by its name for whom it is one of theirs, else by its code", () => {
  expect(siteNameOf(user, "A2")).toBe("Site A2");
  expect(siteNameOf(user, "Z9")).toBe("Z9");
});
