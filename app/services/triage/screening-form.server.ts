import { DEFAULT_HUB_LIMITS, HUB_MODELS, type HubLimits } from "~/domain/perioperative/hub-limits";
import { SEVERITIES, type Severity } from "~/domain/perioperative/patient-facts";
import { HUB_COVERS } from "~/domain/perioperative/risk-rule";
import type { ScreeningChoices } from "~/domain/perioperative/screening-settings";
import { DEFAULT_THRESHOLDS, THRESHOLD_NAMES } from "~/domain/perioperative/thresholds";
import { hubLimitFacts } from "~/facts/hub-limits";
import { PROCEDURES } from "~/facts/procedures";
import { thresholdFacts } from "~/facts/screening-thresholds";
import { formText } from "~/http/form-text";
import { ruleSet } from "./rule-set.server";

/** What is wrong with one field, and how to mend it. */
export interface ScreeningProblem {
  field: string;
  message: string;
}

/** What a person chose for all sites or for one. */
export interface ScreeningGiven {
  base: number;
  choices: ScreeningChoices;
  /** Null: the form was not one of a hub. */
  hub: Partial<HubLimits> | null;
  reason: string;
}

const LONGEST_REASON = 500;

/**
 * Reads the form of one site's screening, or of all sites: `rule-ID` is `on`, `off` or empty, a border is a number or
 * empty, and of a hub come its limits.
 */
export function readScreeningForm(
  form: FormData,
  isHub: boolean,
): { given: ScreeningGiven; problems: null } | { given: null; problems: ScreeningProblem[] } {
  const problems: ScreeningProblem[] = [];
  const choices: ScreeningChoices = { rules: {}, thresholds: {} };
  for (const { id } of ruleSet().ruleSet.rules) {
    const value = formText(form, `rule-${id}`);
    if (value === "on" || value === "off") choices.rules[id] = value === "on";
  }
  const severity = readSeverities(form);
  if (Object.keys(severity).length > 0) choices.severity = severity;
  for (const name of THRESHOLD_NAMES) {
    const text = formText(form, name);
    if (text === "") continue;
    const { words, unit, least, most } = thresholdFacts(name);
    const value = /^\d{1,4}(\.\d)?$/.test(text) ? Number(text) : NaN;
    const whole =
      Number.isInteger(DEFAULT_THRESHOLDS[name]) && !name.startsWith("bmi_") ? Number.isInteger(value) : true;
    if (value >= least && value <= most && whole) choices.thresholds[name] = value;
    else problems.push({ field: name, message: `${words}: enter a number of ${unit}, ${least} to ${most}` });
  }
  const hub = isHub ? readHub(form, problems) : null;
  const reason = formText(form, "reason").slice(0, LONGEST_REASON);
  if (reason === "") problems.push({ field: "reason", message: "Say why it changes, in a few words" });
  const base = formText(form, "base");
  if (!/^\d{1,9}$/.test(base))
    problems.push({ field: "", message: "Open the page again: the form is not whole" });
  if (problems.length > 0) return { given: null, problems };
  return { given: { base: Number(base), choices, hub, reason }, problems: null };
}

/** `severity-CODE` of each procedure: one of the severities, or empty for the table's estimate. */
function readSeverities(form: FormData): Record<string, Severity> {
  return Object.fromEntries(
    PROCEDURES.flatMap(({ code }) => {
      const given = SEVERITIES.find((one) => one === formText(form, `severity-${code}`));
      return given ? [[code, given]] : [];
    }),
  );
}

/** The limits of a hub; those that are as the default are left out, so that a better default reaches it. */
function readHub(form: FormData, problems: ScreeningProblem[]): Partial<HubLimits> {
  const model = HUB_MODELS.find((one) => one === formText(form, "model")) ?? DEFAULT_HUB_LIMITS.model;
  const whole: HubLimits = {
    model,
    maxBmi: readLimit(form, "maxBmi", 20, 80, problems),
    minAge: readLimit(form, "minAge", 0, 100, problems),
    maxAge: readLimit(form, "maxAge", 18, 120, problems),
    criticalCare: form.get("criticalCare") === "yes",
    overnightBeds: form.get("overnightBeds") === "yes",
    procedures: readCodes(form, problems),
    ...(Object.fromEntries(HUB_COVERS.map((cover) => [cover, form.get(cover) === "yes"])) as Pick<
      HubLimits,
      "airway_cover" | "icd_cover"
    >),
    excludes: readRules(form, "excludes", problems),
    accepts: readRules(form, "accepts", problems),
  };
  const same = (name: keyof HubLimits) =>
    JSON.stringify(whole[name]) === JSON.stringify(DEFAULT_HUB_LIMITS[name]);
  const names = Object.keys(whole) as (keyof HubLimits)[];
  return Object.fromEntries(names.filter((name) => !same(name)).map((name) => [name, whole[name]]));
}

function readLimit(
  form: FormData,
  field: "maxBmi" | "minAge" | "maxAge",
  least: number,
  most: number,
  problems: ScreeningProblem[],
): number | null {
  const text = formText(form, field);
  if (text === "") return null;
  const value = /^\d{1,3}(\.\d)?$/.test(text) ? Number(text) : NaN;
  if (value >= least && value <= most) return value;
  const { words } = hubLimitFacts(field);
  const message = `${words}: enter a number from ${least} to ${most}, or nothing for no limit`;
  problems.push({ field, message });
  return null;
}

const listed = (form: FormData, field: string) =>
  formText(form, field)
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter(Boolean);

function readCodes(form: FormData, problems: ScreeningProblem[]): string[] | null {
  const codes = listed(form, "procedures").map((code) => code.replace(".", ""));
  const wrong = codes.find((code) => !/^[A-Z]\d{0,3}$/.test(code));
  if (wrong !== undefined)
    problems.push({
      field: "procedures",
      message: `“${wrong}” is no beginning of an OPCS-4 code, such as W40 or C712`,
    });
  return codes.length === 0 ? null : codes;
}

function readRules(form: FormData, field: string, problems: ScreeningProblem[]): string[] {
  const ids = listed(form, field);
  const wrong = ids.find((id) => !ruleSet().ruleSet.rules.some((rule) => rule.id === id));
  if (wrong !== undefined)
    problems.push({ field, message: `There is no rule “${wrong}”: enter ids such as C07, R06` });
  return ids;
}
