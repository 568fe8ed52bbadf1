import { describe, expect, it } from "vitest";
import { DEFAULT_POLICY } from "~/domain/policy";
import { readPolicy } from "~/import/policy";
import { bytesOf } from "./example-rows";

const read = (text: string) => readPolicy(bytesOf(text), { file: "policy.json" });
const faults = (text: string) => {
  const { policy, refused } = read(text);
  expect(policy).toBeNull();
  return refused.map(({ row, column, value, message }) => [row, column, value, message]);
};

const EVERY_KEY =
  "There is no such key: expected one of version, noticeDays, overrunProbabilityMax, turnaroundMinutes, targetDays, " +
  "reserveShare, urgentPoints, waitingBands, weights, listOrder.";

describe("policy.json", () => {
  it("is merged with the defaults: objects key by key, lists whole", () => {
    const { policy, refused } = read(
      '\uFEFF{\r\n "noticeDays": 14, "turnaroundMinutes": {"110": 20}, "waitingBands": [[52, 3]], "reserveShare": {"110": [0, 0.1]} }',
    );
    expect(refused).toEqual([]);
    expect(policy).toEqual({
      ...DEFAULT_POLICY,
      noticeDays: 14,
      turnaroundMinutes: { ...DEFAULT_POLICY.turnaroundMinutes, "110": 20 },
      waitingBands: [[52, 3]],
      reserveShare: { "110": [0, 0.1] },
    });
  });

  it("may be empty in braces, and may be the defaults themselves", () => {
    expect(read("{}").policy).toEqual(DEFAULT_POLICY);
    expect(read(JSON.stringify(DEFAULT_POLICY)).policy).toEqual(DEFAULT_POLICY);
  });

  it("has every unknown key named with the nearest known one", () => {
    expect(faults('{\n"noticedays": 14,\n"weights": {"urgnt": 1},\n"colour": "red"}')).toEqual([
      [2, "noticedays", "14", "There is no such key: expected “noticeDays”."],
      [3, "weights.urgnt", "1", "There is no such key: expected “urgent”."],
      [
        4,
        "colour",
        '"red"',
        "There is no such key: expected one of version, noticeDays, overrunProbabilityMax, turnaroundMinutes, targetDays, " +
          "reserveShare, urgentPoints, waitingBands, weights, listOrder.",
      ],
    ]);
  });

  it.each([
    ['{"noticeDays": "21"}', "noticeDays", '"21"', "Expected a whole number of days, 0 to 3650."],
    ['{"noticeDays": 2.5}', "noticeDays", "2.5", "Expected a whole number of days, 0 to 3650."],
    ['{"noticeDays": -1}', "noticeDays", "-1", "Expected a whole number of days, 0 to 3650."],
    ['{"noticeDays": null}', "noticeDays", "null", "Expected a whole number of days, 0 to 3650."],
    ['{"overrunProbabilityMax": 25}', "overrunProbabilityMax", "25", "Expected a probability, 0 to 1."],
    ['{"overrunProbabilityMax": 1e999}', "overrunProbabilityMax", "1e999", "Expected a probability, 0 to 1."],
    ['{"version": ""}', "version", '""', "Expected a text that names this version of the policy."],
    ['{"turnaroundMinutes": 15}', "turnaroundMinutes", "15", "Expected an object in braces { }."],
    [
      '{"turnaroundMinutes": {"110": 241}}',
      "turnaroundMinutes.110",
      "241",
      "Expected whole minutes, 0 to 240.",
    ],
    [
      '{"turnaroundMinutes": {"T&O": 5}}',
      "turnaroundMinutes.T&O",
      "5",
      "There is no such key: expected “default” or a treatment function code of three digits.",
    ],
    [
      '{"reserveShare": {"110": 0.1}}',
      "reserveShare.110",
      "0.1",
      "Expected a list of shares in brackets [ ], one a week.",
    ],
    ['{"reserveShare": {"110": [0, 10]}}', "reserveShare.110[1]", "10", "Expected a share, 0 to 1."],
    ['{"waitingBands": [[52, 1, 2]]}', "waitingBands[0]", "[52, 1, 2]", "Expected a pair [weeks, points]."],
    ['{"waitingBands": [[52, -1]]}', "waitingBands[0][1]", "-1", "Expected whole points, 0 to 10000."],
    [
      '{"waitingBands": [[18, 1], [18, 2]]}',
      "waitingBands[1]",
      "[18, 2]",
      "Expected fewer weeks than in the band before it.",
    ],
    [
      '{"weights": {"urgent": 1000001}}',
      "weights.urgent",
      "1000001",
      "Expected a whole weight, 0 to 1000000.",
    ],
    ['{"targetDays": {"P2": true}}', "targetDays.P2", "true", "Expected a whole number of days, 0 to 3650."],
    [
      '{"noticeDays": 1, "noticeDays": 2}',
      "noticeDays",
      "noticeDays",
      "This key stands twice: expected once.",
    ],
    ['{"__proto__": {"noticeDays": 2}}', "__proto__", '{"noticeDays": 2}', EVERY_KEY],
  ])("is refused for %s", (text, path, value, message) => {
    expect(faults(text)).toEqual([[1, path, value, message]]);
  });

  it.each([
    ["[]", 1, "Expected an object in braces { }."],
    ["7", 1, "Expected an object in braces { }."],
    [
      '{\n"noticeDays": 14,\n}',
      3,
      "Expected a key in double quotation marks. Is there a comma too much before?",
    ],
    ['{\n// notice\n"noticeDays": 14}', 2, "JSON has no comments: take this away."],
    ['{\n"noticeDays": 14', 2, "Expected a closing brace }."],
    ['{"noticeDays" 14}', 1, "Expected a colon."],
    ['{"noticeDays": fourteen}', 1, "This is no JSON value. Texts and keys stand in double quotation marks."],
    ["{} {}", 1, "Expected the end of the file: there is more than one value."],
    [" \n", 2, "Expected a value. Is there a comma too much before?"],
    ["[".repeat(200_000), 1, "The brackets are nested too deeply to be read."],
  ])("is refused when it is no such JSON: %j", (text, line, message) => {
    const [row, , , words] = faults(text)[0]!;
    expect([row, words]).toEqual([line, message]);
  });

  it("is refused with a word when it is empty or no text", () => {
    expect(faults("")).toEqual([[0, "", "", "The file is empty (0 bytes)."]]);
    expect(read("PK\x03\x04").refused[0]!.message).toBe(
      "This seems to be a zip file. Save it as plain text in UTF-8 and choose that file.",
    );
  });
});
