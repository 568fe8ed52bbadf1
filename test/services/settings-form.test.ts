import { describe, expect, it } from "vitest";
import { DEFAULT_SETTINGS } from "~/domain/workspace-settings";
import { settingFacts, SETTINGS } from "~/facts/workspace-settings";
import { readSettingsForm } from "~/services/settings-form.server";
import { settingsDifference } from "~/views/settings-difference";

const SITES = ["RQM01", "RQM02"];
const sound = () => ({
  ...Object.fromEntries(SETTINGS.map((name) => [name, String(DEFAULT_SETTINGS.all[name])])),
  ...{ base: "0", reason: "Agreed on Tuesday" },
});
function read(fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...sound(), ...fields })) form.append(name, value);
  return readSettingsForm(form, SITES);
}
const wrong = (fields: Record<string, string>) => read(fields).problems?.map(({ field }) => field);

describe("the form of the settings", () => {
  it("reads what it shows: the defaults change nothing", () => {
    const { screening: _, preparation: __, ...settings } = DEFAULT_SETTINGS;
    expect(read({}).given).toEqual({ base: 0, reason: "Agreed on Tuesday", settings });
  });

  it("keeps for a site only what is filled in there", () => {
    const { settings } = read({
      "noticeDays@RQM02": "28",
      "order-latex@RQM02": "off",
      "phone@RQM01": " 020 7946 0000 ",
      "hold-stageTwo@RQM02": "on",
      "hold-healthChange@RQM01": "",
    }).given!;
    expect(settings.sites).toEqual({ RQM02: { noticeDays: 28 } });
    expect(settings.order).toEqual({ RQM02: { latex: false } });
    expect(settings.holds).toEqual({ RQM02: { stageTwo: true } });
    expect(settings.letters).toEqual({ RQM01: { phone: "020 7946 0000", hours: "", place: "" } });
  });

  it.each(SETTINGS)("holds %s to its borders", (name) => {
    const { least, most } = settingFacts(name);
    expect(wrong({ [name]: String(least) })).toBeUndefined();
    expect(wrong({ [name]: String(most) })).toBeUndefined();
    expect(wrong({ [name]: String(most + 1) })).toEqual([name]);
    if (least > 0) expect(wrong({ [name]: String(least - 1) })).toEqual([name]);
    expect(wrong({ [name]: "" })).toEqual([name]);
    expect(wrong({ [`${name}@RQM01`]: "x" })).toEqual([`${name}@RQM01`]);
  });

  it("asks why, and for the version that it stands on", () => {
    expect(wrong({ reason: " " })).toEqual(["reason"]);
    expect(wrong({ base: "" })).toEqual([""]);
  });
});

describe("what a version of the settings changed", () => {
  it("is told of screening too", () => {
    const screening = {
      all: { rules: { C14: false }, thresholds: { hb_threshold: 120 } },
      ...{ sites: {}, hubs: { RQM02: { maxBmi: null, accepts: ["R06"] } } },
    };
    expect(settingsDifference(null, { ...DEFAULT_SETTINGS, screening }, () => "Hub")).toEqual([
      "Screening: rule C14: off; it was as it comes",
      "Screening: Haemoglobin is low below: 120; it was as it comes",
      "Screening, Hub: Highest BMI: no limit; it was as it comes",
      "Screening, Hub: Rules that need no review for this hub: R06; it was as it comes",
    ]);
  });

  it("is told against the version before, the first against the defaults", () => {
    const first = read({ noticeDays: "28", "order-latex@RQM02": "off" }).given!.settings;
    const names = (code: string) => (code === "RQM02" ? "Hub" : code);
    expect(settingsDifference(null, first, names)).toEqual([
      "Notice owed with a TCI date: 28; it was 21",
      "Hub: Latex allergy first: off; it was not set",
    ]);
    expect(settingsDifference(first, first, names)).toEqual([]);
    expect(settingsDifference(first, DEFAULT_SETTINGS, names)).toEqual([
      "Notice owed with a TCI date: 21; it was 28",
      "Hub: Latex allergy first: not set; it was off",
    ]);
  });
});
