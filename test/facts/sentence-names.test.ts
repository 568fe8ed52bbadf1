import { expect, it } from "vitest";
import { hubUnsuitable } from "~/domain/eligibility/hub-unsuitable";
import { eligibilityContext } from "~/domain/eligibility/eligibility";
import { resource } from "~/domain/eligibility/resource";
import type { SentenceNames } from "~/domain/eligibility/rule";
import { DEFAULT_POLICY } from "~/domain/policy";
import { ResourceIndex } from "~/domain/resource-index";
import { fileNames, pageNames } from "~/facts/sentence-names";
import { aTheatreSession, aWaitingListEntry } from "../factories";

const DAY = "2026-11-20";
const page = pageNames(DAY, (code) => (code === "RQM02" ? "Ravenscourt Hub" : code));
const session = aTheatreSession({ site: "RQM02", siteType: "hub", theatre: "Theatre 2" });
const noSets = new ResourceIndex([
  { row: 2, site: "RQM02", date: session.date, period: "am", resource: "equipment:C_ARM", quantity: 0 },
]);
const context = (names: SentenceNames) => eligibilityContext(DAY, DEFAULT_POLICY, noSets, names);

it("says on a page which hub, in which theatre and when; a site that has no name by its code", () => {
  const entry = aWaitingListEntry({ hubSuitable: ["RQM09"] });
  expect(hubUnsuitable.sentence(entry, session, context(page))).toBe(
    "Suitable only for RQM09; Theatre 2 at 08:30 on 14 December is at the hub Ravenscourt Hub.",
  );
});

it("keeps to the codes of its files in a plan, where equipment has a name all the same", () => {
  const entry = aWaitingListEntry({ equipment: ["C_ARM"] });
  expect(resource.sentence(entry, session, context(fileNames(DAY)))).toBe(
    "Session S1 on 14 December would need a set of C-arm at RQM02 on the morning of 14 December, and there is none.",
  );
});
