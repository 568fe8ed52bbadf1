import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DEFAULT_SETTINGS } from "~/domain/workspace-settings";
import { handBackPlaces } from "~/services/hand-back.server";
import { currentPlacements, placementHistory } from "~db/placements";
import { saveSettings } from "~db/workspace-settings";
import { HUB, listsHub, SCHEDULER, WEEK, type ListsHub } from "./lists-hub";

/** The places are given on 1 November; T-4 of the session on 15 December is 17 November. */
let hub: ListsHub;
beforeEach(async () => void (hub = await listsHub("2026-11-01")));
afterEach(() => hub.close());

const standing = async () =>
  (await currentPlacements(HUB, hub.store.db, "RQM", WEEK)).map(({ entry }) => entry).sort();

describe("handing places back", () => {
  it("takes the place of who is not confirmed fit by T-4, with the reason, and of nobody else", async () => {
    expect(await handBackPlaces(hub.store, "2026-11-16")).toEqual([]);
    expect(await standing()).toEqual([...hub.ids].sort());
    expect(await handBackPlaces(hub.store, "2026-11-17")).toEqual([
      { organisation: "RQM", week: WEEK, places: 1 },
    ]);
    expect(await standing()).toEqual([hub.ids[0], hub.ids[1]].sort());
    const history = await placementHistory(HUB, hub.store.db, hub.ids[2]);
    expect(history.at(-1)).toMatchObject({
      ...{ kind: "removed", changedBy: "command:hand-back", reason: "Not confirmed fit by T-4, 17 November" },
    });
  });

  it("finds nothing the second time, and one place for two at once", async () => {
    const both = await Promise.all([
      handBackPlaces(hub.store, "2026-11-17"),
      handBackPlaces(hub.store, "2026-11-17"),
    ]);
    expect(both.flat()).toHaveLength(1);
    expect(await handBackPlaces(hub.store, "2026-11-18")).toEqual([]);
  });

  it("follows the setting of the site", async () => {
    const settings = { ...DEFAULT_SETTINGS, sites: { RQM02: { handBackWeeks: 3 } } };
    await saveSettings(HUB, hub.store, SCHEDULER, {
      organisation: "RQM",
      base: 0,
      settings,
      reason: "Three",
    });
    expect(await handBackPlaces(hub.store, "2026-11-23")).toEqual([]);
    expect(await handBackPlaces(hub.store, "2026-11-24")).toHaveLength(1);
  });
});
