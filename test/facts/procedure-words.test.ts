import { expect, it } from "vitest";
import { procedureForPatient, procedureInFull } from "~/facts/procedure-words";
import { aWaitingListEntry } from "../factories";

const entry = (procedureText: string, laterality: "left" | null) =>
  aWaitingListEntry({ procedureText, laterality });

it("says the side to a patient in full, and nothing where it is in doubt", () => {
  expect(procedureForPatient(entry("Lt knee replacement", null))).toBe("Left knee replacement");
  expect(procedureForPatient(entry("Knee replacement", "left"))).toBe("Knee replacement, left");
  expect(procedureForPatient(entry("L knee replacement", null))).toBe("");
  expect(procedureForPatient(entry("Right knee replacement", "left"))).toBe("");
});

it("leaves words of the procedure table to staff", () => {
  expect(procedureForPatient(entry("", null))).toBe("");
  expect(procedureInFull(entry("", null))).toMatch(/^[A-Z][a-z]/);
});
