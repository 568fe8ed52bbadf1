import type { User } from "~/auth/visitor.server";
import { today } from "~/clock.server";
import type { IsoDate } from "~/domain/calendar";
import { textsAt, type ApprovedText } from "~/domain/perioperative/preparation/approved-text";
import type { PlanItem, RemovedItem } from "~/domain/perioperative/preparation/plan";
import type { PlanChanges } from "~/domain/perioperative/preparation/plan-changes";
import { planStanding, type ItemStanding } from "~/domain/perioperative/preparation/progress";
import { spokenDate } from "~/domain/spoken-date";
import { actionSet } from "~/services/preparation/action-set.server";
import { planNow } from "~/services/preparation/suggest-now.server";
import { store } from "~/store.server";
import { plansOfEntry } from "~db/preparation/plans";
import { stepsOfEntries } from "~db/preparation/steps";
import { textsOf } from "~db/preparation/texts";
import type { Scope } from "~db/scope";
import { actorNames } from "../actor-names.server";
import { dueWords, patientWords, textsLacking } from "./item-shown.server";
import { planPatient, type PlanPatient } from "./plan-patient.server";

/** One action as staff see it. */
export interface ItemShown extends Omit<ItemStanding, "item"> {
  id: string;
  title: string;
  text: string;
  /** No approved text counts: the patient is told to ask. */
  asks: boolean;
  staffText: string;
  owner: string;
  phase: PlanItem["phase"];
  due: string;
  blocks: boolean;
  referralTo: string | null;
  because: string[];
}

/** A patient's plan for staff. */
export interface PlanPage {
  patient: PlanPatient;
  /** null: none was confirmed; `items` are then what is suggested. */
  plan: {
    number: number;
    by: string;
    at: string;
    reason: string;
    surgeryOn: IsoDate | null;
    earliestReady: IsoDate | null;
  } | null;
  /** Nothing is known of the patient's health yet. */
  nothingKnown: boolean;
  items: ItemShown[];
  removed: RemovedItem[];
  goingHome: string[];
  lacking: string[];
  changes: string[];
  versions: { number: number; by: string; at: string; reason: string }[];
  mayConfirm: boolean;
  mayFollow: boolean;
}

/** The plan that counts, or what is suggested where none was confirmed; null: no such patient waits in scope. */
export async function planPage(user: User, scope: Scope, id: string): Promise<PlanPage | null> {
  const found = await planPatient(user, scope, id, "preparation plan");
  if (!found) return null;
  const { held, patient } = found;
  const { db } = store();
  const { plan, suggested, changes } = await planNow(scope, db, held);
  const { listingSite: site } = held.entry;
  const texts = textsAt(await textsOf(scope, db, held.organisation), site);
  const content = plan?.content ?? suggested?.content ?? null;
  const steps = await stepsOfEntries(scope, db, [id]);
  const versions = await plansOfEntry(scope, db, id);
  const names = await actorNames([...versions, ...steps].map(({ by }) => by));
  const may = (permission: "preparation.confirm" | "preparation.follow") =>
    user.scope(permission).sites.includes(site);
  return {
    patient,
    plan: plan && { ...plan, by: names(plan.by) },
    nothingKnown: suggested === null,
    items: planStanding(content?.items ?? [], plan ? steps : [], today()).map((standing) =>
      itemShown(standing, texts, names),
    ),
    removed: content?.removed ?? [],
    goingHome: content?.goingHome ?? [],
    lacking: textsLacking(content?.items ?? [], texts),
    changes: changes ? changeWords(changes) : [],
    versions: versions.map(({ number, by, at, reason }) => ({ number, at, reason, by: names(by) })),
    mayConfirm: may("preparation.confirm"),
    mayFollow: may("preparation.follow"),
  };
}

function itemShown(
  { item, done, help, referral, overdue }: ItemStanding,
  texts: ReadonlyMap<string, ApprovedText>,
  names: (actor: string) => string,
): ItemShown {
  const { id, title, staffText, owner, phase, blocks, because } = item;
  const { owners, referrals } = actionSet();
  return {
    ...{ id, title, staffText, phase, blocks, because, help, overdue },
    ...patientWords(item, texts),
    owner: owners[owner].staff,
    due: dueWords(item, today(), "staff"),
    referralTo: item.referral && referrals[item.referral].name,
    done: done && { ...done, by: names(done.by) },
    referral: referral && { ...referral, by: referral.by && names(referral.by) },
  };
}

/** What would change in a plan, a line each. */
export function changeWords({ added, gone, redated, requoted, goingHome }: PlanChanges): string[] {
  return [
    ...added.map(({ title, because }) => `New: ${title} (${because.join("; ")})`),
    ...gone.map(({ title }) => `No longer asked for: ${title}`),
    ...redated.map(
      ({ item, due }) =>
        `${item.title}: due ${due ? `by ${spokenDate(due, today())}` : "when there is a date"}, as the date of surgery has changed`,
    ),
    ...requoted.map(({ title }) => `${title}: the approved text has changed`),
    ...goingHome.map((lack) => `Going home: ${lack.toLowerCase()}`),
  ];
}
