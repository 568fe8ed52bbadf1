import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { generateHub, type DemoHub } from "~/demo/hub";
import { resourcesCsv } from "~/export/resources";
import { sessionsCsv } from "~/export/sessions";
import { waitingListCsv } from "~/export/waiting-list";
import type { Instance } from "./instance-problem";

/** A size that the bench makes by itself: hubs on the published waits of these providers. */
interface Size {
  providers: readonly string[];
  /** Share of the providers' true size. */
  scale: number;
  weeks: number;
  /** Processor seconds that each peer gets; null where a compact program is out of reach. */
  peerSeconds: number | null;
}

export const SIZES = {
  S: { providers: ["RKE"], scale: 0.25, weeks: 1, peerSeconds: 10 },
  E: { providers: ["RKE"], scale: 0.3, weeks: 3, peerSeconds: 30 },
  M: { providers: ["RQM"], scale: 1, weeks: 1, peerSeconds: 30 },
  L: { providers: ["RTG"], scale: 1, weeks: 1, peerSeconds: 60 },
  "6W": { providers: ["RQM"], scale: 1, weeks: 6, peerSeconds: null },
  "2L": { providers: ["RTG", "RVV"], scale: 1, weeks: 1, peerSeconds: null },
  XL: {
    providers: ["RTG", "RVV", "RYR", "RAJ", "RDE", "R0A", "RWA", "R0B"],
    scale: 1,
    weeks: 1,
    peerSeconds: null,
  },
} as const satisfies Record<string, Size>;

export type SizeName = keyof typeof SIZES;

/** The week that is planned, and the Friday three weeks before on which it is. */
const WEEK_START = "2027-01-11";
const PLAN_DATE = "2026-12-18";

/** Share of each week's minutes that stays free for urgent patients yet to come, where several weeks are planned. */
const KEPT_FREE = [0, 0.05, 0.1, 0.15, 0.2, 0.25];

/** Makes an instance of a size below `folder`; the same seed makes the same files. */
export function generateInstance(name: SizeName, seed: number, folder: string): Instance {
  const { providers, scale, weeks } = SIZES[name];
  const hubs = providers.map((provider) => inventHub({ provider, scale, seed, weeks }));
  const path = join(folder, `${name}-${seed}`);
  writeHubs(path, hubs);
  if (weeks > 1) writeFileSync(join(path, "policy.json"), policyJson(hubs));
  return { name, folder: path, planDate: PLAN_DATE };
}

/** Writes the rows of hubs as the planner's files into a folder, which is made. */
export function writeHubs(
  folder: string,
  hubs: readonly Pick<DemoHub, "entries" | "sessions" | "resources">[],
): void {
  const files: Record<string, string> = {
    "waiting-list.csv": waitingListCsv(hubs.flatMap(({ entries }) => entries)),
    "sessions.csv": sessionsCsv(hubs.flatMap(({ sessions }) => sessions)),
    "resources.csv": resourcesCsv(hubs.flatMap(({ resources }) => resources)),
  };
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
}

/** A hub whose numbers stay apart from those of the others. NHS numbers are left out: two hubs might draw the same. */
function inventHub(options: { provider: string; scale: number; seed: number; weeks: number }): DemoHub {
  const { provider } = options;
  const hub = generateHub({ ...options, weekStart: WEEK_START, planDate: PLAN_DATE });
  const own = (id: string) => `${provider}-${id}`;
  const entries = hub.entries.map((entry) => ({
    ...entry,
    pathwayId: own(entry.pathwayId),
    patientId: own(entry.patientId),
    nhsNumber: null,
  }));
  const sessions = hub.sessions.map((session) => ({ ...session, sessionId: own(session.sessionId) }));
  return { ...hub, entries, sessions };
}

/** The default policy, with a part of every specialty's later weeks kept free. */
function policyJson(hubs: readonly DemoHub[]): string {
  const specialties = hubs.flatMap(({ sessions }) =>
    sessions.flatMap(({ treatmentFunctions }) => treatmentFunctions.slice(0, 1)),
  );
  const reserveShare = Object.fromEntries([...new Set(specialties)].sort().map((code) => [code, KEPT_FREE]));
  return JSON.stringify({ version: "bench", reserveShare });
}
