import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { disclosed } from "~/domain/perioperative/figures/disclosure";
import {
  countsOf,
  MEASURED,
  median,
  rowsOf,
  unknownDimensions,
  type Count,
  type Occurrence,
} from "~/domain/perioperative/figures/figures";
import { DIMENSIONS, groupsOf, NOT_KNOWN, type Demographics } from "~/domain/perioperative/figures/groups";
import { AGE_BANDS, ETHNIC_GROUPS } from "~/facts/figures";

const TABLE = { ageFrom: AGE_BANDS, ethnic: ETHNIC_GROUPS };
const NOBODY: Demographics = { imdDecile: null, age: null, ethnicCategory: "", language: "" };
const of = (more: Partial<Demographics>) => groupsOf({ ...NOBODY, ...more }, TABLE);

describe("the group of a patient", () => {
  it("is not known where nothing is held, or it cannot be read", () => {
    expect(Object.values(of({}))).toEqual(DIMENSIONS.map(() => NOT_KNOWN));
    expect(of({ ethnicCategory: "99" }).ethnicity).toBe(NOT_KNOWN);
    expect(of({ ethnicCategory: "X" }).ethnicity).toBe(NOT_KNOWN);
    expect(of({ imdDecile: 0 }).deprivation).toBe(NOT_KNOWN);
    expect(of({ imdDecile: 11 }).deprivation).toBe(NOT_KNOWN);
  });

  it.each([
    [1, "1"],
    [2, "1"],
    [3, "2"],
    [9, "5"],
    [10, "5"],
  ])("tenth %i is fifth %s", (imdDecile, fifth) => expect(of({ imdDecile }).deprivation).toBe(fifth));

  it.each([
    [17, "0"],
    [18, "18"],
    [39, "18"],
    [40, "40"],
    [79, "65"],
    [80, "80"],
    [104, "80"],
  ])("age %i is the band from %s", (age, band) => expect(of({ age }).age).toBe(band));

  it("of ethnicity goes by the letter, and not stated is not the same as not known", () => {
    expect(of({ ethnicCategory: "A" }).ethnicity).toBe("white");
    expect(of({ ethnicCategory: "m1" }).ethnicity).toBe("black");
    expect(of({ ethnicCategory: "Z" }).ethnicity).toBe("notStated");
    const letters = ETHNIC_GROUPS.map((group) => group.letters).join("");
    expect([...letters].sort().join("")).toBe("ABCDEFGHJKLMNPRSZ");
  });

  it("of language tells English from others", () => {
    expect([of({ language: "English" }), of({ language: "Urdu" })].map((one) => one.language)).toEqual([
      "english",
      "other",
    ]);
  });
});

const anOccurrence = fc.record({
  of: fc.constantFrom(...MEASURED),
  groups: fc
    .record({
      imdDecile: fc.option(fc.integer({ min: 1, max: 10 })),
      age: fc.option(fc.integer({ min: 0, max: 100 })),
      ethnicCategory: fc.constantFrom("", "A", "M", "Z", "99"),
      language: fc.constantFrom("", "English", "Polish"),
    })
    .map((held) => groupsOf(held, TABLE)),
  yes: fc.boolean(),
  amount: fc.option(fc.integer({ min: 0, max: 90 })),
});
const GROUPS = {
  deprivation: ["1", "2", "3", "4", "5"],
  age: AGE_BANDS.map(String),
  ethnicity: ETHNIC_GROUPS.map(({ code }) => code),
  language: ["english", "other"],
};

describe("the figures", () => {
  it("drop nobody: the rows of each dimension add up to the whole", () => {
    fc.assert(
      fc.property(fc.array(anOccurrence), (occurrences) => {
        const whole = countsOf(occurrences);
        for (const dimension of DIMENSIONS) {
          const rows = rowsOf(occurrences, dimension, GROUPS[dimension]);
          expect(rows.at(-1)!.group).toBe(NOT_KNOWN);
          for (const measured of MEASURED) {
            const sum = (part: "all" | "yes" | "measured") =>
              rows.reduce((total, { counts }) => total + counts[measured][part], 0);
            expect([sum("all"), sum("yes"), sum("measured")]).toEqual([
              ...[whole[measured].all, whole[measured].yes, whole[measured].measured],
            ]);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it("say which dimension is held of nobody", () => {
    const one = (language: string): Occurrence => ({
      ...{ of: "asked", yes: true, amount: null, groups: of({ age: 30, imdDecile: 3, language }) },
    });
    expect(unknownDimensions([one("")])).toEqual(["ethnicity", "language"]);
    expect(unknownDimensions([one(""), one("Urdu")])).toEqual(["ethnicity"]);
    expect(unknownDimensions([])).toEqual([]);
  });

  it("take the middle of what was measured", () => {
    expect([median([]), median([3]), median([9, 1, 2]), median([1, 2, 3, 10])]).toEqual([null, 3, 2, 2.5]);
  });
});

const count = (more: Partial<Count>): Count => ({ all: 0, yes: 0, measured: 0, median: null, ...more });

describe("small numbers", () => {
  it("are hidden from 1 to below the setting, and shown on each side of it", () => {
    const all = (number: number) => disclosed(count({ all: number, yes: 0 }), 8).all;
    expect([0, 1, 7, 8, 12, 13].map(all)).toEqual([0, null, null, 10, 10, 15]);
  });

  it("hide what follows from them: all but one, and a median of few", () => {
    expect(disclosed(count({ all: 100, yes: 99 }), 8)).toMatchObject({ yes: null, percent: null });
    expect(disclosed(count({ all: 100, yes: 92 }), 8)).toMatchObject({ yes: 90, percent: 90 });
    const few = count({ all: 100, yes: 50, measured: 7, median: 5 });
    expect(disclosed(few, 8)).toMatchObject({ median: null, hidden: true });
    expect(disclosed({ ...few, measured: 8 }, 8)).toMatchObject({ median: 5, hidden: false });
  });

  it("never leave this reader with a count between", () => {
    const any = fc.record({ all: fc.nat(300), share: fc.double({ min: 0, max: 1, noNaN: true }) });
    fc.assert(
      fc.property(any, fc.integer({ min: 2, max: 20 }), ({ all, share }, least) => {
        const yes = Math.floor(all * share);
        const seen = disclosed(count({ all, yes }), least);
        for (const shown of [seen.all, seen.yes]) expect(shown === null || shown % 5 === 0).toBe(true);
        if (yes > 0 && yes < least) expect(seen.yes).toBeNull();
        if (seen.percent !== null) expect(seen.percent).toBeLessThanOrEqual(100);
      }),
    );
  });

  it("are as they are for who may see patients", () => {
    expect(disclosed(count({ all: 3, yes: 1, measured: 1, median: 2.5 }), 0)).toEqual({
      ...{ all: 3, yes: 1, percent: 33, median: 2.5, hidden: false },
    });
    expect(disclosed(count({}), 0).percent).toBeNull();
  });
});
