import type { IsoDate } from "~/domain/calendar";
import type { SharedResource, TheatreSession } from "~/domain/theatre";
import type { WaitingListEntry } from "~/domain/waiting-list";
import { RTT_ADMITTED } from "~/facts/rtt-admitted";
import { inventEntries } from "./entries";
import { waitsOf } from "./published-waits";
import { inventResources, type DemoSite } from "./resources";
import { demandOf, inventSessions, usualWeek } from "./sessions";

/** A hub that does not exist, on the waiting list of a provider that does. */
export interface DemoHub {
  organisation: { code: string; name: string };
  sites: (DemoSite & { name: string })[];
  entries: WaitingListEntry[];
  sessions: TheatreSession[];
  /** The usual week: what the master theatre schedule repeats. */
  usualWeek: TheatreSession[];
  resources: SharedResource[];
}

export interface DemoOptions {
  /** ODS code in the published table. */
  provider?: string;
  seed?: number;
  /** Share of the provider's true size. */
  scale?: number;
  /** Weeks with sessions. */
  weeks?: number;
  /** Monday of the first of them. */
  weekStart: IsoDate;
  planDate: IsoDate;
}

/** Chelsea and Westminster: a list of about 7,000. */
export const DEMO_PROVIDER = "RQM";

/**
 * A demo hub whose waits are real in shape: size, specialties and long waiters follow from the admissions that NHS
 * England published for the provider. Patients, procedures, risks and sessions are invented; the same options give the
 * same hub.
 * @throws Error when the published table has no such provider
 */
export function generateHub(options: DemoOptions): DemoHub {
  const { provider = DEMO_PROVIDER, seed = 1, scale = 1, weeks = 6, weekStart, planDate } = options;
  const place = { provider, mainSite: `${provider}01`, hubSite: `${provider}02` };
  const waits = waitsOf(provider, scale);
  const demands = waits.map((each) => demandOf(each, provider));
  const surgeons = new Map(demands.map((demand) => [demand.treatmentFunction, demand.surgeons]));
  const sites = sitesOf(place.mainSite, place.hubSite);
  const sessions = inventSessions(demands, place, weekStart, weeks, seed);
  return {
    organisation: { code: provider, name: `${inTitleCase(RTT_ADMITTED[provider]!.name)} (demo)` },
    sites,
    entries: inventEntries(waits, (each) => surgeons.get(each)!, place, { planDate, weekStart }, seed),
    sessions,
    usualWeek: usualWeek(demands, place, weekStart, seed),
    resources: inventResources(sites, sessions, weekStart, weeks),
  };
}

function sitesOf(main: string, hub: string): DemoHub["sites"] {
  return [
    { code: main, type: "main", name: "Demo Riverside Hospital" },
    { code: hub, type: "hub", name: "Demo Riverside Surgical Hub" },
  ];
}

/** The published names are all in capitals. */
function inTitleCase(name: string): string {
  const small = /^(and|of|the|for|on|in)$/;
  const words = name.toLowerCase().split(" ");
  return words
    .map((word, index) =>
      index > 0 && small.test(word) ? word : word.charAt(0).toUpperCase() + word.slice(1),
    )
    .join(" ")
    .replace(/\bNhs\b/, "NHS");
}
