import type { Page } from "playwright/test";
import { KINGSTON } from "./kingston";
import { expect } from "./test";

/** A row of a file: column -> cell. */
export type Cells = Record<string, string>;

/** So many sound rows of a waiting list of Kingston, each of which may be given other cells. */
export function waitingList(count: number, cells: (index: number) => Cells = () => ({})): Cells[] {
  return Array.from({ length: count }, (_, index) => ({
    PATIENT_PATHWAY_IDENTIFIER: `KP${index + 1}`,
    ORGANISATION_CODE_PATIENT_PATHWAY_IDENTIFIER_ISSUER: KINGSTON.organisation,
    LOCAL_PATIENT_IDENTIFIER: `K${index + 1}`,
    PERSON_BIRTH_DATE: "1985-09-24",
    REFERRAL_TO_TREATMENT_PERIOD_START_DATE: "2026-05-08",
    DECISION_TO_ADMIT_DATE: "2026-08-01",
    Procedure_Priority_Code: "P4",
    ACTIVITY_TREATMENT_FUNCTION_CODE: "100",
    CONSULTANT_CODE: "C0000001",
    Proposed_Procedure_OPCS_Code: "T202",
    INTENDED_MANAGEMENT_CODE: "2",
    ORGANISATION_SITE_IDENTIFIER_OF_TREATMENT: KINGSTON.site,
    LOCAL_Screening_Outcome: "fit",
    LOCAL_Family_Name: `Invented${index + 1}`,
    LOCAL_Given_Name: "Alex",
    ...cells(index),
  }));
}

/** The rows as a file; the columns are those of the first row. */
export function csvOf(rows: Cells[]): string {
  const columns = Object.keys(rows[0]!);
  return (
    [columns.join(","), ...rows.map((row) => columns.map((name) => row[name]).join(","))].join("\n") + "\n"
  );
}

export interface Sent {
  /** The radio button that says what it is. */
  kind: string;
  name: string;
  content: string | Buffer;
}

/** Fills the form of an upload in and sends it. */
export async function send(page: Page, { kind, name, content }: Sent): Promise<void> {
  await page.goto("/imports/new");
  await page.getByLabel(kind, { exact: true }).check();
  const buffer = Buffer.from(content as string);
  await page.locator("input[name=file]").setInputFiles({ name, mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: "Upload and compare" }).click();
}

/** Sends a file and waits until it was read and compared. */
export async function upload(page: Page, sent: Sent): Promise<void> {
  await send(page, sent);
  await expect(page.getByRole("heading", { level: 2, name: "Row by row" })).toBeVisible({ timeout: 30_000 });
}

/** The number of a tile. */
export const tile = (page: Page, label: string) =>
  page.getByRole("list", { name: "What the file says" }).getByRole("listitem").filter({ hasText: label });

/** Confirms what is shown and waits until it was written. */
export async function confirm(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Confirm the import" }).click();
  await expect(page.getByText("Confirmed by")).toBeVisible();
}
