import { describe, expect, it } from "vitest";
import { addressOf, isNarrowed, NO_QUERY, readQuery } from "~/components/waiting-list/query";

const read = (search: string) => readQuery(new URLSearchParams(search));

describe("the question of the waiting-list page", () => {
  it("asks for everything when its address says nothing", () => {
    expect(read("")).toEqual(NO_QUERY);
    expect(addressOf(NO_QUERY)).toBe("/waiting-list");
  });

  it("reads every filter", () => {
    expect(
      read(
        "search=%20Mary%20%20Okafor&specialty=110&priority=P2&weeks=52&readiness=fit&site=RQM01&state=gone&sort=target&page=3",
      ),
    ).toEqual({
      search: "Mary Okafor",
      specialty: "110",
      priority: "P2",
      weeks: 52,
      readiness: "fit",
      site: "RQM01",
      state: "gone",
      sort: "target",
      page: 3,
    });
  });

  it("reads back the address that it writes", () => {
    const query = {
      ...NO_QUERY,
      search: "O'Brien & sons",
      weeks: 104 as const,
      sort: "name" as const,
      page: 12,
    };
    const address = addressOf(query);
    expect(read(address.slice(address.indexOf("?")))).toEqual(query);
  });

  it.each([
    "priority=P9",
    "weeks=19",
    "readiness=well",
    "state=dead",
    "sort=age",
    "page=0",
    "page=-1",
    "page=x",
    "page=99999999",
  ])("takes %s for not asked", (search) => expect(read(search)).toEqual(NO_QUERY));

  it("cuts a search that nobody types", () => {
    expect(read(`search=${"a".repeat(5000)}`).search).toHaveLength(100);
  });

  it("counts a sort or a page as no filter", () => {
    expect(isNarrowed({ ...NO_QUERY, sort: "name", page: 2 })).toBe(false);
    expect(isNarrowed({ ...NO_QUERY, priority: "P2" })).toBe(true);
  });
});
