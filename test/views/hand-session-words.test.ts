import { expect, it } from "vitest";
import { sessionWords } from "~/views/hand/hand-words";
import { aTheatreSession } from "../factories";

const site = (code: string, name: string) => ({ code, name, organisation: "RQM", type: "main" as const });
const main = site("RQM01", "Main Hospital");
const session = aTheatreSession({ site: "RQM01", theatre: "Theatre 2", date: "2026-12-15" });

it("names the site of a list where the organisation has several, and not where it has one", () => {
  expect(sessionWords({ sites: [main, site("RQM02", "Hub")] }, session)).toBe(
    "Theatre 2, Main Hospital, Tue 15 Dec, 08:30",
  );
  expect(sessionWords({ sites: [main] }, session)).toBe("Theatre 2, Tue 15 Dec, 08:30");
});
