import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { generateHub, type DemoHub } from "~/demo/hub";
import { resourcesCsv } from "~/export/resources";
import { sessionsCsv } from "~/export/sessions";
import { waitingListCsv } from "~/export/waiting-list";
import type { Instance } from "./instance-problem";

/** A size that the bench makes by itself: hubs on the published waits of these providers, one week of sessions. */
interface Size {
  providers: readonly string[];
  /** Share of the providers' true size. */
  scale: number;
  /** Processor seconds that each peer gets; null where a compact program is out of reach. */
  peerSeconds: number | null;
}

export const SIZES = {
  S: { providers: ["RKE"], scale: 0.25, peerSeconds: 10 },
  M: { providers: ["RQM"], scale: 1, peerSeconds: 30 },
  L: { providers: ["RTG"], scale: 1, peerSeconds: 60 },
  "2L": { providers: ["RTG", "RVV"], scale: 1, peerSeconds: null },
  XL: {
    providers: ["RTG", "RVV", "RYR", "RAJ", "RDE", "R0A", "RWA", "R0B"],
    scale: 1,
    peerSeconds: null,
  },
} as const satisfies Record<string, Size>;

export type SizeName = keyof typeof SIZES;

/** The week that is planned, and the Friday three weeks before on which it is. */
const WEEK_START = "2026-12-14";
const PLAN_DATE = "2026-11-20";

/** Makes an instance of a size below `folder`; the same seed makes the same files. */
export function generateInstance(name: SizeName, seed: number, folder: string): Instance {
  const { providers, scale } = SIZES[name];
  const hubs = providers.map((provider) => inventHub(provider, scale, seed));
  const files = {
    "waiting-list.csv": waitingListCsv(hubs.flatMap(({ entries }) => entries)),
    "sessions.csv": sessionsCsv(hubs.flatMap(({ sessions }) => sessions)),
    "resources.csv": resourcesCsv(hubs.flatMap(({ resources }) => resources)),
  };
  const path = join(folder, `${name}-${seed}`);
  mkdirSync(path, { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(path, file), text);
  return { name, folder: path, planDate: PLAN_DATE };
}

/** A hub whose numbers stay apart from those of the others. NHS numbers are left out: two hubs might draw the same. */
function inventHub(provider: string, scale: number, seed: number): DemoHub {
  const hub = generateHub({ provider, scale, seed, weeks: 1, weekStart: WEEK_START, planDate: PLAN_DATE });
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
