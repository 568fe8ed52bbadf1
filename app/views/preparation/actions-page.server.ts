import { mayFor } from "~/auth/grants";
import { sitesIn } from "~/auth/own-sites";
import type { User } from "~/auth/visitor.server";
import type { ActionChoice, PreparationAction } from "~/domain/perioperative/preparation/action";
import { rulesAt } from "~/domain/perioperative/screening-settings";
import { PREPARATION_ACTIONS_SOURCE } from "~/facts/preparation-actions";
import { actionSet } from "~/services/preparation/action-set.server";
import { ruleWithId } from "~/services/triage/rule-set.server";
import { store } from "~/store.server";
import type { Scope } from "~db/scope";
import { currentSettings } from "~db/workspace-settings";
import { titleOf } from "~/views/triage/rule-words";

/** One action, what counts where this place has chosen nothing, and what it has chosen. */
export interface ActionRow extends Omit<PreparationAction, "triggers" | "unless"> {
  ownerName: string;
  starts: string;
  otherwise: { on: boolean; days: number; blocks: boolean; text: string };
  chosen: ActionChoice;
}

/** Actions of preparation plans of all sites or of one. */
export interface ActionsPage {
  organisation: string;
  site: string;
  /** Number of the version of the settings. */
  number: number;
  version: string;
  status: string;
  places: { code: string; name: string }[];
  actions: ActionRow[];
  /** Rules that start no action, in words, and why. */
  noAction: { rules: string[]; reason: string }[];
  mayEdit: boolean;
}

/** The actions as a place has set them; null: no such site in scope. */
export async function actionsPage(
  user: User,
  scope: Scope,
  organisation: string,
  site: string,
): Promise<ActionsPage | null> {
  const { db } = store();
  const sites = sitesIn(user, scope, organisation);
  if (site !== "" && sites.every(({ code }) => code !== site)) return null;
  const { number, settings } = await currentSettings(scope, db, organisation);
  const { all, sites: own } = settings.preparation;
  const { version, actions, owners, noAction } = actionSet();
  const { thresholds } = rulesAt(settings.screening, site);
  const title = (id: string) => titleOf(ruleWithId(id), id, thresholds);
  return {
    ...{ organisation, site, number, version, status: PREPARATION_ACTIONS_SOURCE.status },
    places: sites.map(({ code, name }) => ({ code, name })),
    actions: actions.map(({ triggers, unless: _unless, ...action }) => {
      const under = site === "" ? {} : (all[action.id] ?? {});
      return {
        ...action,
        ownerName: owners[action.owner].staff,
        starts: triggers.map((one) => triggerWords(one, title)).join(", ") || action.why,
        otherwise: {
          on: under.on ?? action.enabledDefault,
          days: under.days ?? action.due.days,
          blocks: under.blocks ?? action.blocks,
          text: under.text ?? action.patientText,
        },
        chosen: (site === "" ? all[action.id] : own[site]?.[action.id]) ?? {},
      };
    }),
    noAction: noAction.map(({ rules, reason }) => ({ rules: rules.map(title), reason })),
    mayEdit: mayFor(user.grants, "screening.edit", { organisation, site: site || null }),
  };
}

function triggerWords(
  trigger: PreparationAction["triggers"][number],
  titleOf: (rule: string) => string,
): string {
  if ("rule" in trigger) return titleOf(trigger.rule);
  if ("when" in trigger) return "its condition";
  return "optimise" in trigger ? `make ready: ${trigger.optimise}` : `plan: ${trigger.plan}`;
}
