import { readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { HVLC_PATHWAYS } from "~/facts/hvlc-pathways";
import { PRIORITY_CODES, priorityCode } from "~/facts/priority-codes";
import { procedureByCode, PROCEDURES } from "~/facts/procedures";
import { RTT_STATUS_CODES, rttStatusCode } from "~/facts/rtt-status-codes";
import { TREATMENT_FUNCTIONS, treatmentFunctionName } from "~/facts/treatment-functions";
import { SHARED } from "../setup/shared";

type Row = Record<string, string>;
const sharedText = (name: string) => readFileSync(join(SHARED ?? "", "facts", name), "utf8");
const sharedCsv = (name: string) =>
  Papa.parse<Row>(sharedText(name), { header: true, skipEmptyLines: true }).data;
const text = (value: number | null) => (value === null ? "" : String(value));
const flag = (value: boolean) => (value ? "y" : "n");

describe("procedures", () => {
  it("finds a procedure by its code without the dot", () => {
    expect(procedureByCode("C712")).toMatchObject({ treatmentFunction: "130", bads: true, hvlc: true });
  });

  it("has words without what only coders read", () => {
    const words = (code: string) => procedureByCode(code)?.words;
    expect(words("J183")).toBe("Laparoscopic cholecystectomy");
    expect(words("C712")).toBe("Phacoemulsification of lens (cataract, low complexity)");
    expect(words("H012")).toBe("Emergency appendicectomy");
    const coded = PROCEDURES.filter((row) => /[A-Z]\d\d|\bNEC\b|unspecified|\(\)/.test(row.words));
    expect(coded.map((row) => row.words)).toEqual([]);
  });

  it("knows no procedure by a code with the dot", () => {
    expect(procedureByCode("C71.2")).toBeUndefined();
  });

  it("has unique codes and minutes above 0", () => {
    expect(new Set(PROCEDURES.map((row) => row.code)).size).toBe(PROCEDURES.length);
    expect(PROCEDURES.filter((row) => !(row.minutes > 0 && row.minutesDeviation > 0))).toEqual([]);
  });

  it.runIf(SHARED)("carries the table as it was given", () => {
    const carried = PROCEDURES.map((row) => [
      row.code,
      row.name,
      row.treatmentFunction,
      flag(row.bads),
      text(row.badsDayCaseTargetPercent),
      flag(row.hvlc),
      text(row.casesPerHalfDayList),
      text(row.minutes),
      text(row.minutesDeviation),
      text(row.nights),
      flag(row.verified),
      row.sourceNote,
    ]);
    const given = sharedCsv("procedures.csv").map((row) => [
      row.opcs4?.replace(".", ""),
      row.name,
      row.tfc,
      row.bads,
      row.bads_daycase_target_pct,
      row.hvlc,
      row.cases_per_4h_list,
      row.mean_minutes,
      row.sd_minutes,
      row.los_nights_typical,
      row.verified,
      row.source_note,
    ]);
    expect(carried).toEqual(given);
  });
});

describe("codes", () => {
  it("finds a priority, an RTT status and a specialty by code", () => {
    expect(priorityCode("P2")?.targetDays).toBe(28);
    expect(priorityCode("P4")?.targetDays).toBeNull();
    expect(rttStatusCode("30")?.clockEffect).toBe("STOP");
    expect(treatmentFunctionName("110")).toBe("Trauma and Orthopaedics");
    expect(treatmentFunctionName("999")).toBe("999");
  });

  it("names the specialty of every procedure", () => {
    const known = new Set(TREATMENT_FUNCTIONS.map((row) => row.code));
    expect(PROCEDURES.filter((row) => !known.has(row.treatmentFunction))).toEqual([]);
  });

  it.runIf(SHARED)("carries the priority codes as they were given", () => {
    const carried = PRIORITY_CODES.map((row) => [row.code, row.label, text(row.targetDays), row.status]);
    const given = sharedCsv("priority-codes.csv").map((row) => [
      row.code,
      row.label,
      row.target_days_default,
      row.status,
    ]);
    expect(carried).toEqual(given);
  });

  it.runIf(SHARED)("carries the RTT status codes as they were given", () => {
    const carried = RTT_STATUS_CODES.map((row) => [row.code, row.description, row.clockEffect, row.status]);
    const given = sharedCsv("rtt-status-codes.csv").map((row) => [
      row.code,
      row.description,
      row.clock_effect,
      row.status,
    ]);
    expect(carried).toEqual(given);
  });

  it.runIf(SHARED)("carries the HVLC pathways as they were given", () => {
    const given = JSON.parse(sharedText("hvlc-pathways.json")) as { pathways: Record<string, unknown>[] };
    const carried = HVLC_PATHWAYS.map((row) => [
      row.id,
      row.name,
      row.dayCaseBenchmarkPercent,
      row.primaryIn,
    ]);
    expect(carried).toEqual(
      given.pathways.map((row) => [row.id, row.name, row.daycase_benchmark_pct, row.primary_in]),
    );
  });
});
