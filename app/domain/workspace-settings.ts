import type { OrderSwitches } from "./list-order/order-policy";
import { DEFAULT_PREPARATION, type PreparationSettings } from "./perioperative/preparation/action";
import { DEFAULT_SCREENING, type ScreeningSettings } from "./perioperative/screening-settings";
import type { Policy } from "./policy";

/**
 * What a site may set about the weeks before an operating day and the day itself. Whole weeks and days count back from
 * the operating day; minutes are whole. Each value's words, source and confidence: app/facts/workspace-settings.json.
 */
export interface SiteSettings {
  /** Weeks before the day by which a list is staffed, signed off, its patients told, and locked. */
  staffedWeeks: number;
  signedOffWeeks: number;
  toldWeeks: number;
  lockedWeeks: number;
  /** Percent of its minutes to which a list is planned before it counts as filled. */
  filledPercent: number;
  /** Weeks before the day at which a place whose patient is not confirmed fit is handed back. */
  handBackWeeks: number;
  /** Days that a place given later than that has before it is handed back. */
  handBackGraceDays: number;
  /** Days of notice that a patient is owed with a TCI date. */
  noticeDays: number;
  /** Hours before the planned admission within which a cancellation by the hospital counts as last-minute. */
  lastMinuteHours: number;
  /** Days within which a patient who was cancelled at the last minute for other than clinical reasons is owed a date. */
  reofferDays: number;
  /** Stand-by calls to one patient within so many days that are not exceeded. */
  standByCalls: number;
  standByDays: number;
  /** Minutes that a stand-by patient needs from the call to the admission, and from the admission to the theatre. */
  standByTravelMinutes: number;
  standByReadyMinutes: number;
  /** Minutes after the session's start, or of a gap, or before its end, from which the debrief asks for a reason. */
  lateStartMinutes: number;
  gapMinutes: number;
  earlyFinishMinutes: number;
  /** Patients already told who may move when a week is planned again. */
  toldMovesMax: number;
  /** A case is wanted by two lists when the other one loses at most so many percent of its points. */
  contestedPercent: number;
  /** Cases or sessions in one part of a meeting's agenda. */
  agendaMost: number;
  /** Whoever waits over so many weeks from clock start is reviewed every so many days. */
  longReviewWeeks: number;
  longReviewDays: number;
  /** Whoever waits over so many days from clock start on a cancer pathway is reviewed every so many days. */
  cancerReviewAfterDays: number;
  cancerReviewDays: number;
  /** Days to think between the two stages of a shared decision; 0: none are set. */
  reflectionDays: number;
  /** Check-ins that are sent by themselves in a day; 0: only by hand. */
  checkInsADay: number;
  /** Counts of patients below this are not shown to who may not see patients; 0: all are. */
  smallNumber: number;
  /** Days after a message that asks something at which it is reminded of, twice, and then somebody calls. */
  firstReminderDays: number;
  secondReminderDays: number;
  reminderCallDays: number;
  /** Tries of one channel after which a message goes by the next, or somebody calls. */
  messageTries: number;
  /** Days that a message may lie in the outbox before staff are told. */
  outboxDays: number;
  /** People who look at a text about medicines or fasting before plans quote it, its writer counted: 1 or 2. */
  textPeople: number;
}

/** Why a patient can be held back from new plans: no second stage of the decision, a change of health that is not read. */
export const HOLDS = ["stageTwo", "healthChange"] as const;
export type Hold = (typeof HOLDS)[number];

/** What a site switches on or off; what is not there is the default. */
export type HoldSwitches = Partial<Record<Hold, boolean>>;

/** A missing second stage is flagged alone, until a site holds back; a change that nobody has read holds back. */
export const DEFAULT_HOLDS: Readonly<Record<Hold, boolean>> = { stageTwo: false, healthChange: true };

/** Whom a letter asks its reader to call. Empty: not set, and no letter is printed. */
export interface LetterContact {
  phone: string;
  /** When somebody answers, such as `Monday to Friday, 9am to 5pm`. */
  hours: string;
  /** Where to come on the day, such as `Day surgery unit, first floor`. */
  place: string;
}

/** An organisation's settings, and what some of its sites set otherwise. */
export interface WorkspaceSettings {
  all: SiteSettings;
  /** By site code. */
  sites: Record<string, Partial<SiteSettings>>;
  /** Rules of the order within a list that sites switch on or off; the others are as the policy has them. */
  order: Record<string, OrderSwitches>;
  /** What letters of a site say, by site code. */
  letters: Record<string, LetterContact>;
  /** Who is held back from new plans, by site code; the others are as they come. */
  holds: Record<string, HoldSwitches>;
  /** Rules and borders of screening, and whom hubs take. */
  screening: ScreeningSettings;
  /** Actions of preparation plans. */
  preparation: PreparationSettings;
}

/** The settings of an organisation that has set nothing. */
export const DEFAULT_SETTINGS: WorkspaceSettings = {
  all: {
    staffedWeeks: 6,
    signedOffWeeks: 4,
    toldWeeks: 3,
    lockedWeeks: 2,
    filledPercent: 85,
    handBackWeeks: 4,
    handBackGraceDays: 7,
    noticeDays: 21,
    lastMinuteHours: 24,
    reofferDays: 28,
    standByCalls: 2,
    standByDays: 28,
    standByTravelMinutes: 60,
    standByReadyMinutes: 60,
    lateStartMinutes: 15,
    gapMinutes: 15,
    earlyFinishMinutes: 30,
    toldMovesMax: 0,
    contestedPercent: 5,
    agendaMost: 40,
    longReviewWeeks: 52,
    longReviewDays: 91,
    cancerReviewAfterDays: 62,
    cancerReviewDays: 7,
    reflectionDays: 0,
    checkInsADay: 50,
    smallNumber: 8,
    firstReminderDays: 7,
    secondReminderDays: 14,
    reminderCallDays: 21,
    messageTries: 6,
    outboxDays: 2,
    textPeople: 2,
  },
  sites: {},
  order: {},
  letters: {},
  holds: {},
  screening: DEFAULT_SCREENING,
  preparation: DEFAULT_PREPARATION,
};

/** What counts at a site: its own settings where it has any, else its organisation's. */
export function settingsAt(settings: Pick<WorkspaceSettings, "all" | "sites">, site: string): SiteSettings {
  return { ...settings.all, ...settings.sites[site] };
}

/** Whether a site holds patients back from new plans for a reason. */
export const holdsAt = ({ holds }: Pick<WorkspaceSettings, "holds">, site: string, hold: Hold): boolean =>
  holds[site]?.[hold] ?? DEFAULT_HOLDS[hold];

/** Settings that were saved before a value came into being have the default there. */
export function resolveSettings(saved: {
  all: Partial<SiteSettings>;
  sites: Record<string, Partial<SiteSettings>>;
  order?: Record<string, OrderSwitches>;
  letters?: Record<string, LetterContact>;
  holds?: Record<string, HoldSwitches>;
  screening?: ScreeningSettings;
  preparation?: PreparationSettings;
}): WorkspaceSettings {
  return {
    all: { ...DEFAULT_SETTINGS.all, ...saved.all },
    sites: saved.sites,
    order: saved.order ?? {},
    letters: saved.letters ?? {},
    holds: saved.holds ?? {},
    screening: saved.screening ?? DEFAULT_SCREENING,
    preparation: saved.preparation ?? DEFAULT_PREPARATION,
  };
}

/** A policy with the rules of the order as sites have switched them: so it plans, and so its file is written. */
export function withOrderSwitches(policy: Policy, { order }: Pick<WorkspaceSettings, "order">): Policy {
  const sites = { ...policy.listOrder.sites };
  for (const [site, switches] of Object.entries(order)) sites[site] = { ...sites[site], ...switches };
  return { ...policy, listOrder: { ...policy.listOrder, sites } };
}
