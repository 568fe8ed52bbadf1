import { ORDER_SWITCHES } from "~/domain/list-order/order-policy";
import { DEFAULT_SETTINGS, HOLDS, type WorkspaceSettings } from "~/domain/workspace-settings";
import { GOLDEN_FACT, ORDER_RULE_FACTS } from "~/facts/list-order";
import { HOLD_FACTS, settingFacts, SETTINGS } from "~/facts/workspace-settings";
import { preparationDifference } from "./preparation/preparation-difference";
import { screeningDifference } from "./screening-difference";

/** Settings as they are compared; those that a form of their own changes may lack. */
type Compared = Omit<WorkspaceSettings, OwnForm> & Partial<Pick<WorkspaceSettings, OwnForm>>;
type OwnForm = "screening" | "preparation";

/** What one version of the settings changed, a line each; the first against the defaults. */
export function settingsDifference(
  before: Compared | null,
  after: Compared,
  siteName: (code: string) => string,
): string[] {
  const was: Compared = before ?? DEFAULT_SETTINGS;
  const sites = [
    ...new Set(
      [was, after].flatMap(({ sites: own, order, letters, holds }) =>
        [own, order, letters, holds].flatMap(Object.keys),
      ),
    ),
  ].sort();
  return [
    ...SETTINGS.flatMap((name) => line(settingFacts(name).words, was.all[name], after.all[name])),
    ...sites.flatMap((site) => siteLines(site, was, after).map((words) => `${siteName(site)}: ${words}`)),
    ...screeningDifference(was.screening, after.screening, siteName),
    ...preparationDifference(was.preparation, after.preparation, siteName),
  ];
}

function siteLines(site: string, was: Compared, after: Compared): string[] {
  const settings = SETTINGS.flatMap((name) =>
    line(settingFacts(name).words, was.sites[site]?.[name], after.sites[site]?.[name]),
  );
  const switches = ORDER_SWITCHES.flatMap((name) => {
    const fact = name === "golden" ? GOLDEN_FACT : ORDER_RULE_FACTS.find(({ rule }) => rule === name)!;
    return line(fact.words, onOff(was.order[site]?.[name]), onOff(after.order[site]?.[name]));
  });
  const letters = (["phone", "hours", "place"] as const).flatMap((part) =>
    line(`letters, ${part}`, was.letters[site]?.[part], after.letters[site]?.[part]),
  );
  const holds = HOLDS.flatMap((name) =>
    line(HOLD_FACTS[name].words, onOff(was.holds[site]?.[name]), onOff(after.holds[site]?.[name])),
  );
  return [...settings, ...switches, ...holds, ...letters];
}

const onOff = (value: boolean | undefined) => (value === undefined ? undefined : value ? "on" : "off");

function line(
  words: string,
  before: string | number | undefined,
  after: string | number | undefined,
): string[] {
  if (before === after || ((before ?? "") === "" && (after ?? "") === "")) return [];
  const shown = (value: string | number | undefined) =>
    value === undefined || value === "" ? "not set" : value;
  return [`${words}: ${shown(after)}; it was ${shown(before)}`];
}
