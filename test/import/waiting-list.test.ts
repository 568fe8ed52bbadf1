import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readWaitingList } from "~/import/waiting-list";
import { CONTEXT, csv, ENTRY, readBeside } from "./example-rows";

describe("an entry", () => {
  it("is read with every column", () => {
    const { entry, rejected, warnings } = readBeside({
      PATIENT_PATHWAY_IDENTIFIER: "PP2",
      ORGANISATION_CODE_PATIENT_PATHWAY_IDENTIFIER_ISSUER: "RQM",
      ORGANISATION_IDENTIFIER_CODE_OF_PROVIDER: "RQM",
      LOCAL_PATIENT_IDENTIFIER: "L2",
      NHS_NUMBER: "999 436 9962",
      PERSON_BIRTH_DATE: "14/07/1985",
      PERSON_STATED_GENDER_CODE: "2",
      ETHNIC_CATEGORY: "L",
      REFERRAL_TO_TREATMENT_PERIOD_STATUS: "20",
      Date_Of_Last_Priority_Review: "2026-10-29",
      Procedure_Priority_Code: "p2",
      Inclusion_On_Cancer_PTL: "y",
      CONSULTANT_CODE: '="007"',
      Proposed_Procedure_OPCS_Code: "t24.2",
      INTENDED_MANAGEMENT_CODE: "1",
      ASA_PHYSICAL_STATUS_CLASSIFICATION_SYSTEM_CODE: "3",
      Preliminary_Screening_And_Risk_Assessment_Date: "2026-11-18",
      TCI_Date: "2026-12-01",
      LOCAL_TCI_Session: "S1",
      LOCAL_Pooled: "Y",
      LOCAL_Screening_Outcome: "optimising",
      LOCAL_Fit_From: "2026-12-01",
      LOCAL_Fit_Until: "2027-03-01",
      LOCAL_Hub_Suitable: "RQM02; RQM03",
      LOCAL_Expected_Minutes: "40",
      LOCAL_Expected_Minutes_SD: "13",
      LOCAL_Anaesthetic: "ra",
      LOCAL_Length_Of_Stay_Nights: "2",
      LOCAL_Critical_Care: "Y",
      LOCAL_Equipment: "LAP_STACK;LAP_STACK; C_ARM",
      LOCAL_Unavailable: "2026-12-12/2026-12-21;01/02/2027/02/02/2027",
      LOCAL_Short_Notice: "Y",
      LOCAL_Sites: "RQM02",
      LOCAL_Offer_By: "2027-01-05",
      LOCAL_IMD_Decile: "7",
      LOCAL_Family_Name: "Examplewood",
      LOCAL_Given_Name: "Ada",
      LOCAL_Address: "1 Demo Street\nLondon",
      LOCAL_Postcode: "ZZ99 3VZ",
      LOCAL_Mobile: "07700 900123",
      LOCAL_Email: "ada@example.org",
      LOCAL_Contact_Preference: "Text",
      LOCAL_Language: "English",
      LOCAL_Interpreter: "N",
      LOCAL_Reasonable_Adjustments: "Step-free access",
      LOCAL_Procedure_Text: "Repair of umbilical hernia",
      LOCAL_Laterality: "none",
      LOCAL_Order_Flags: "latex;diabetes",
    });
    expect([...rejected, ...warnings]).toEqual([]);
    expect(entry).toEqual({
      row: 3,
      pathwayId: "PP2",
      issuer: "RQM",
      provider: "RQM",
      patientId: "L2",
      nhsNumber: "9994369962",
      birthDate: "1985-07-14",
      gender: "2",
      ethnicCategory: "L",
      clockStart: "2026-05-08",
      rttStatus: "20",
      decisionToAdmit: "2026-08-01",
      lastPriorityReview: "2026-10-29",
      priority: "P2",
      cancer: true,
      treatmentFunction: "100",
      consultant: "007",
      procedureCode: "T242",
      procedureText: "Repair of umbilical hernia",
      intendedManagement: "inpatient",
      asa: 3,
      listingSite: "RQM01",
      otherSites: ["RQM02"],
      screeningDate: "2026-11-18",
      tciDate: "2026-12-01",
      tciSession: "S1",
      pooled: true,
      minutes: 40,
      minutesDeviation: 13,
      anaesthetic: "RA",
      nights: 2,
      criticalCare: true,
      equipment: ["LAP_STACK", "C_ARM"],
      unavailable: [
        { from: "2026-12-12", to: "2026-12-21" },
        { from: "2027-02-01", to: "2027-02-02" },
      ],
      shortNotice: true,
      offerBy: "2027-01-05",
      imdDecile: 7,
      laterality: "none",
      orderFlags: ["latex", "diabetes"],
      screening: "optimising",
      fitFrom: "2026-12-01",
      fitUntil: "2027-03-01",
      hubSuitable: ["RQM02", "RQM03"],
      details: {
        familyName: "Examplewood",
        givenName: "Ada",
        address: "1 Demo Street\nLondon",
        postcode: "ZZ99 3VZ",
        mobile: "07700 900123",
        email: "ada@example.org",
        contactPreference: "text",
        language: "English",
        interpreter: false,
        reasonableAdjustments: "Step-free access",
      },
    });
  });

  it("has the defaults of the contract where the file says nothing", () => {
    expect(readWaitingList(csv([ENTRY]), CONTEXT).rows[0]).toMatchObject({
      issuer: "",
      cancer: false,
      pooled: false,
      hubSuitable: [],
      minutes: 52,
      anaesthetic: "GA",
      nights: 0,
      criticalCare: false,
      tciDate: null,
      shortNotice: false,
      imdDecile: null,
    });
    expect(readBeside({ INTENDED_MANAGEMENT_CODE: "1" }).entry!.nights).toBe(1);
    expect(readBeside({ CONSULTANT_CODE: "" }).entry).toMatchObject({ consultant: null, pooled: true });
    expect(readBeside({ LOCAL_Hub_Suitable: "y" }).entry!.hubSuitable).toBe(true);
    expect(readBeside({ LOCAL_Hub_Suitable: "N" }).entry!.hubSuitable).toEqual([]);
  });

  it.each([
    // Table T202: see app/facts/procedures.json for its mean and deviation.
    [{ LOCAL_Expected_Minutes: "100" }, { minutes: 100, share: "table" }],
    [
      { LOCAL_Expected_Minutes: "100", LOCAL_Expected_Minutes_SD: "70" },
      { minutes: 100, share: 70 },
    ],
    [
      { LOCAL_Expected_Minutes: "100", LOCAL_Expected_Minutes_SD: "71" },
      { minutes: 100, share: 70 },
    ],
    [
      { LOCAL_Expected_Minutes: "100", LOCAL_Expected_Minutes_SD: "0" },
      { minutes: 100, share: 0 },
    ],
    [
      { LOCAL_Expected_Minutes: "40", Proposed_Procedure_OPCS_Code: "X998" },
      { minutes: 40, share: 14 },
    ],
  ])("has the touch time of the file, the table or the contract: %j", (change, { minutes, share }) => {
    const usual = readWaitingList(csv([ENTRY]), CONTEXT).rows[0]!;
    const { entry } = readBeside(change);
    expect(entry!.minutes).toBe(minutes);
    expect(entry!.minutesDeviation).toBeCloseTo(
      share === "table" ? usual.minutesDeviation : Number(share),
      10,
    );
  });
});

const TOOL = fileURLToPath(new URL("../../../shared/tools/make-instance.mjs", import.meta.url));
describe.runIf(existsSync(TOOL))("a spoilt list (needs ../shared)", () => {
  it.each([1, 2, 3, 4])("has exactly its spoilt rows rejected, seed %i", (seed) => {
    const folder = mkdtempSync(join(tmpdir(), "hublist-messy-"));
    try {
      execFileSync(process.execPath, [TOOL, `--seed ${seed} --scale 0.2 --mess 60 --out ${folder}`]);
      const list = readFileSync(join(folder, "waiting-list.csv"));
      const { rows, rejected } = readWaitingList(list, CONTEXT);
      expect([...new Set(rejected.map((fault) => fault.row))]).toEqual(spoiltRows(folder, list.toString()));
      expect(rows.length).toBeGreaterThan(1000);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

/** Rows that the tool has spoilt. A "duplicate" of a row that was spoilt later itself may have become the only one. */
function spoiltRows(folder: string, list: string): number[] {
  const spoilt = JSON.parse(readFileSync(join(folder, "messy-rows.json"), "utf8")) as Spoilt[];
  const identifiers = list.split("\n").map((line) => line.split(",")[0]!);
  const repeats = (row: number) => identifiers.indexOf(identifiers[row - 1]!) < row - 1;
  return spoilt
    .filter(({ kind, row, fault }) => fault !== false && (kind !== "duplicate pathway" || repeats(row)))
    .map(({ row }) => row)
    .sort((a, b) => a - b);
}

interface Spoilt {
  row: number;
  kind: string;
  fault?: boolean;
}
