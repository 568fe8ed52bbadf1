import { SEVERITY_WORDS } from "~/components/triage/triage-words";
import type { Severity } from "~/domain/perioperative/patient-facts";
import {
  DEFAULT_SCREENING,
  type ScreeningChoices,
  type ScreeningSettings,
} from "~/domain/perioperative/screening-settings";
import { THRESHOLD_NAMES } from "~/domain/perioperative/thresholds";
import { hubLimitFacts, HUB_LIMIT_NAMES } from "~/facts/hub-limits";
import { procedureByCode } from "~/facts/procedures";
import { thresholdFacts } from "~/facts/screening-thresholds";

/** What one version of the settings changed about screening, a line each. */
export function screeningDifference(
  was: ScreeningSettings = DEFAULT_SCREENING,
  after: ScreeningSettings = DEFAULT_SCREENING,
  siteName: (code: string) => string,
): string[] {
  const sites = [
    ...new Set([was, after].flatMap(({ sites: own, hubs }) => [own, hubs].flatMap(Object.keys))),
  ].sort();
  return [
    ...choiceLines(was.all, after.all).map((words) => `Screening: ${words}`),
    ...sites.flatMap((site) =>
      [...choiceLines(was.sites[site], after.sites[site]), ...hubLines(was, after, site)].map(
        (words) => `Screening, ${siteName(site)}: ${words}`,
      ),
    ),
  ];
}

function choiceLines(was: ScreeningChoices | undefined, after: ScreeningChoices | undefined): string[] {
  const rules = [...new Set([was, after].flatMap((one) => Object.keys(one?.rules ?? {})))].sort();
  const onOff = (value: boolean | undefined) => (value === undefined ? "as it comes" : value ? "on" : "off");
  return [
    ...rules.flatMap((id) => line(`rule ${id}`, onOff(was?.rules[id]), onOff(after?.rules[id]))),
    ...severityCodes(was, after).flatMap((code) =>
      line(
        `severity of ${procedureByCode(code)?.words ?? code}`,
        severityWords(was?.severity?.[code]),
        severityWords(after?.severity?.[code]),
      ),
    ),
    ...THRESHOLD_NAMES.flatMap((name) =>
      line(thresholdFacts(name).words, shown(was?.thresholds[name]), shown(after?.thresholds[name])),
    ),
  ];
}

const severityCodes = (...sides: (ScreeningChoices | undefined)[]): string[] =>
  [...new Set(sides.flatMap((one) => Object.keys(one?.severity ?? {})))].sort();

const severityWords = (value: Severity | undefined): string =>
  value === undefined ? "as it comes" : SEVERITY_WORDS[value];

const hubLines = (was: ScreeningSettings, after: ScreeningSettings, site: string): string[] =>
  HUB_LIMIT_NAMES.flatMap((name) =>
    line(hubLimitFacts(name).words, shown(was.hubs[site]?.[name]), shown(after.hubs[site]?.[name])),
  );

const shown = (value: unknown): string =>
  value === undefined
    ? "as it comes"
    : value === null
      ? "no limit"
      : Array.isArray(value)
        ? value.join(", ")
        : String(value);

const line = (words: string, before: string, after: string): string[] =>
  before === after ? [] : [`${words}: ${after}; it was ${before}`];
