import { describe, expect, it } from "vitest";
import { thinned } from "~/domain/run-history";

const moments = (count: number) =>
  Array.from({ length: count }, (_, seconds) => ({ seconds, score: seconds, bound: 1000 }));

describe("a history kept short", () => {
  it("is left alone up to the most", () => expect(thinned(moments(200), 200)).toHaveLength(200));

  it("loses every second moment beyond, never the first or last", () => {
    const kept = thinned(moments(201), 200);
    expect(kept.length).toBeLessThanOrEqual(200);
    expect(kept[0]!.seconds).toBe(0);
    expect(kept.at(-1)!.seconds).toBe(200);
  });
});
