import { createHash } from "node:crypto";
import { generateHub, type DemoHub, type DemoOptions } from "~/demo/hub";
import { addDays, mondayOf, type IsoDate } from "~/domain/calendar";
import { DEFAULT_SETTINGS } from "~/domain/workspace-settings";
import type { Actor } from "~db/actor";
import { confirmImport } from "~db/imports";
import { stageResources } from "~db/imports/resources";
import { stageWaitingList } from "~db/imports/stage-waiting-list";
import { createInstallation, saveOrganisation, saveSite } from "~db/organisations";
import type { Store } from "~db/store";
import { saveSettings } from "~db/workspace-settings";
import { createDemoAccounts } from "./create-demo-accounts.server";
import { loadDemoCancelled } from "./load-demo-cancelled.server";
import { loadWeeksBefore } from "./load-demo-weeks-before.server";
import { loadDemoSchedule } from "./load-demo-schedule.server";
import { loadDemoMessages } from "./load-demo-messages.server";
import { loadDemoWaiting } from "./load-demo-waiting.server";
import { loadDemoScreening } from "./load-demo-screening.server";

/** Days between today and the first planned Monday, at least: three weeks of notice and a few days to plan in. */
const DAYS_AHEAD = 24;

/** Weeks of sessions that a demo has unless it is asked for others. */
const WEEKS = 8;

/** What a demo is to be. `weeksBefore`: with the lists between today and the first planned week as they would stand. */
export interface DemoWanted extends Omit<DemoOptions, "weekStart" | "planDate"> {
  weeksBefore?: boolean;
}

export interface DemoLoaded {
  kind: "loaded";
  organisation: string;
  name: string;
  firstDay: IsoDate;
  entries: number;
  sessions: number;
}

/** The first Monday that a demo made on `today` plans: at least 24 days ahead. */
export function demoFirstDay(today: IsoDate): IsoDate {
  return mondayOf(addDays(today, DAYS_AHEAD + 6));
}

/**
 * Makes an empty store a demo: a generated hub with its waiting list and resources, imported as files are, its sessions
 * made from a master theatre schedule, and the demo accounts. Whole or not at all. `alreadyCreated`: it is an installation already and nothing was changed.
 */
export async function loadDemo(
  store: Store,
  actor: Actor,
  today: IsoDate,
  { weeksBefore = false, ...options }: DemoWanted = {},
): Promise<DemoLoaded | { kind: "alreadyCreated" }> {
  const firstDay = demoFirstDay(today);
  const weeks = options.weeks ?? WEEKS;
  const hub = generateHub({ ...options, weeks: 1, weekStart: firstDay, planDate: today });
  return store.commit(actor, "demo.load", async () => {
    const made = await createInstallation(store, actor, { mode: "demo", demoFirstDay: firstDay });
    if (made.kind === "alreadyCreated") return made;
    await saveOrganisation(store, actor, hub.organisation);
    for (const site of hub.sites)
      await saveSite(store, actor, { ...site, organisation: hub.organisation.code });
    const schedule = await loadDemoSchedule(store, actor, hub, { firstDay, weeks, today });
    await importHub(store, actor, { ...hub, resources: schedule.resources }, today);
    await setUpLetters(store, actor, hub);
    await createDemoAccounts(store, actor, hub.organisation.code);
    const whole = { organisations: [hub.organisation.code], sites: hub.sites.map(({ code }) => code) };
    await loadDemoScreening(store, actor, whole, today);
    await loadDemoMessages(store, actor, whole, today);
    const { code: organisation, name } = hub.organisation;
    const sites = hub.sites.map(({ code }) => code);
    const before = weeksBefore
      ? await loadWeeksBefore(store, actor, { organisation, sites, today, firstDay })
      : 0;
    if (weeksBefore) await loadDemoCancelled(store, actor, whole, { today, firstDay });
    await loadDemoWaiting(store, actor, whole, today);
    const counts = { entries: hub.entries.length, sessions: schedule.sessions + before };
    return { kind: "loaded", organisation, name, firstDay, ...counts };
  });
}

/** Whom letters of the demo say to call: a number of those that are kept for drama and never connected. */
async function setUpLetters(store: Store, actor: Actor, hub: DemoHub): Promise<void> {
  const organisation = hub.organisation.code;
  const sites = hub.sites.map(({ code }) => code);
  const contact = {
    phone: "020 7946 0123",
    hours: "Monday to Friday, 9am to 5pm",
    place: "Day surgery unit",
  };
  const settings = {
    ...DEFAULT_SETTINGS,
    // A demo asks nobody by itself: its check-ins wait for a person to send them.
    all: { ...DEFAULT_SETTINGS.all, checkInsADay: 0 },
    letters: Object.fromEntries(sites.map((site) => [site, contact])),
  };
  const saved = { organisation, base: 0, settings, reason: "Made with the demo" };
  await saveSettings({ organisations: [organisation], sites }, store, actor, saved);
}

/** Brings the hub in the way files come in, so that a demo shows what an import leaves behind. */
async function importHub(store: Store, actor: Actor, hub: DemoHub, today: IsoDate): Promise<void> {
  const uploadOf = (fileName: string) => ({
    organisation: hub.organisation.code,
    sites: hub.sites.map(({ code }) => code),
    fileName,
    sha256: createHash("sha256").update(`demo hub ${fileName}`).digest("hex"),
  });
  const nothing = { faults: [], refused: [] };
  const rows = hub.entries.map((entry) => ({ entry, unknown: {} }));
  const staged = [
    await stageWaitingList(store, actor, uploadOf("waiting-list.csv"), { rows, ...nothing }, today),
    await stageResources(store, actor, uploadOf("resources.csv"), { items: hub.resources, ...nothing }),
  ];
  const scope = { organisations: [hub.organisation.code], sites: hub.sites.map(({ code }) => code) };
  for (const { id, counts } of staged) {
    const outcome = await confirmImport(scope, store, actor, id, today);
    if (outcome.kind !== "confirmed" || counts.faults > 0)
      throw new Error(`The demo's import ${id} was ${outcome.kind} with ${counts.faults} faults.`);
  }
}
