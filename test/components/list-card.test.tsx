import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { ListCard } from "~/components/board/list-card";
import { expectedMinutesOf } from "~/domain/utilisation";
import type { RecordedCase, RecordedList } from "~/domain/week-record";
import { weekBoard } from "~/views/week-board";
import { aPlannedCase, aPlannedList, aTheatreSession, aWaitingListEntry } from "../factories";

function shown(planned: Partial<RecordedCase>, list: Partial<RecordedList> = {}): string {
  const known = { entry: aWaitingListEntry(), link: null, gone: false, named: true };
  const input = {
    ...{ weekStart: "2026-12-14", sessions: [aTheatreSession()], overrunProbabilityMax: 0.25 },
    lists: [aPlannedList({ cases: [aPlannedCase(planned)], ...list })],
    entryOf: () => known,
    siteName: (code: string) => code,
  };
  const [site] = weekBoard(input, { site: "", specialty: "", day: "" }).sites;
  const scale = { touchTarget: 0.85, overrunProbabilityMax: 0.25, casesOpen: true };
  const markup = renderToStaticMarkup(<ListCard list={site!.days[0]!.cells[0]!.lists[0]!} scale={scale} />);
  return markup.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
}

it("tells when patients come in, and what the order could not give", () => {
  const text = shown({ admission: "07:00", orderNotes: ["latex allergy, yet 1 case before"] });
  expect(text).toContain("08:30 30 min admit 07:00");
  expect(text).toContain("1 case, 1 with order to check");
  expect(text).toContain("Order to check: latex allergy, yet 1 case before.");
  expect(shown({ admission: "07:00", orderNotes: [] })).not.toContain("to check");
});

it("tells what a list takes and leaves on average", () => {
  const text = shown({}, { expectedOverrunMinutes: 3.6, expectedUnusedMinutes: 31.4 });
  expect(text).toContain("Expected: 4 min over, 31 min unused");
  const two = [3.6, 2.1].map((expectedOverrunMinutes) => ({
    expectedOverrunMinutes,
    expectedUnusedMinutes: 30,
  }));
  expect(expectedMinutesOf(two)).toEqual({ overrun: 6, unused: 60 });
});

it("leaves out what a plan that was kept before does not say", () => {
  const text = shown({});
  expect(text).not.toContain("admit");
  expect(text).not.toContain("Expected");
  expect(expectedMinutesOf([{}])).toBeNull();
});
