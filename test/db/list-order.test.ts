import { expect, it } from "vitest";
import { onEachEngine } from "./engines";
import { anEntry, givenHub, HUB, importEntries, TODAY } from "./given-hub";

onEachEngine("the orders of the waiting list", (given, load) => {
  const list = load(() => import("~db/waiting-list"));
  const filter = load(() => import("~db/waiting-list-filter"));

  it("give each entry on one page, counted from the beginning or from the end", async () => {
    await givenHub(given.store);
    const names = ["Lee", "Lee Ann", "Lea", "Léa", "Zed"];
    await importEntries(
      given.store,
      Array.from({ length: 9 }, (_, at) =>
        anEntry({
          ...{ pathwayId: `PP${at}`, patientId: `${9 - at}H`, nhsNumber: null },
          ...{ priority: at % 2 === 0 ? "P2" : "P4", offerBy: at % 3 === 0 ? "2026-11-25" : null },
          ...{ clockStart: `2026-0${1 + (at % 4)}-01`, details: detailsOf(names[at % 5]!) },
        }),
      ),
    );
    for (const sort of filter().WAITING_LIST_SORTS) {
      const page = (size: number, page: number) =>
        list().searchWaitingList(HUB, given.store.db, {}, { sort, descending: false, page, size }, TODAY);
      const whole = (await page(9, 1)).entries.map(({ entry: { pathwayId } }) => pathwayId);
      const paged: string[] = [];
      for (let at = 1; at <= 5; at++)
        paged.push(...(await page(2, at)).entries.map(({ entry: { pathwayId } }) => pathwayId));
      expect(new Set(whole).size, sort).toBe(9);
      expect(paged, sort).toEqual(whole);
    }
  });

  it("sorts by name a short one before a longer one, whatever the hospital numbers", async () => {
    await givenHub(given.store);
    await importEntries(given.store, [
      anEntry({ pathwayId: "long", patientId: "A1", nhsNumber: null, details: detailsOf("Lee", "Ann Bea") }),
      anEntry({ pathwayId: "short", patientId: "Z9", nhsNumber: null, details: detailsOf("Lee", "Ann") }),
    ]);
    const page = { sort: "name", descending: false, page: 1, size: 9 } as const;
    const names = async (words: string) =>
      (await list().searchWaitingList(HUB, given.store.db, { words }, page, TODAY)).entries.map(
        ({ entry: { pathwayId } }) => pathwayId,
      );
    expect(await names("")).toEqual(["short", "long"]);
    expect(await names("z9")).toEqual(["short"]);
    expect(await names("lee be")).toEqual(["long"]);
    expect(await names("ee")).toEqual([]);
  });
});

const detailsOf = (familyName: string, givenName = "Ann") => ({
  ...anEntry().details,
  familyName,
  givenName,
});
