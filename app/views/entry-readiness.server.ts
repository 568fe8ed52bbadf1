import type { User } from "~/auth/visitor.server";
import { today } from "~/clock.server";
import { fitnessDays, READINESS_WORDS } from "~/components/waiting-list/readiness-text";
import { readinessState } from "~/domain/readiness-state";
import type { Readiness } from "~/domain/waiting-list";
import { textsSeen, unreadTexts, type WrittenText } from "~/services/questionnaire/unread-texts.server";
import { store } from "~/store.server";
import { procedureInFull } from "~/facts/procedure-words";
import { findReadiness, type ReadinessRecord } from "~db/readiness";
import type { Scope } from "~db/scope";
import { findEntry } from "~db/waiting-list";
import { actorNames } from "./actor-names.server";
import { nameShown } from "./entry-words";

/** What the readiness form starts from. */
export interface ReadinessPage {
  id: string;
  name: string;
  procedure: string;
  readiness: Readiness;
  /** What counts now and who said so, as a sentence. */
  now: string;
  /** Number of the latest decision; 0: none yet. */
  decision: number;
  /** What the patient wrote within the answers that nobody has read; `seen` tells which they are. */
  unread: readonly WrittenText[];
  seen: string;
  /** Hubs of the organisation, which may or may not suit. */
  hubs: { code: string; name: string }[];
}

/** The form for one entry; null when it is not in scope or no longer waits. */
export async function readinessPage(user: User, scope: Scope, id: string): Promise<ReadinessPage | null> {
  const { db } = store();
  const held = await findEntry(scope, db, id);
  const readiness = await findReadiness(scope, db, id);
  if (!held || held.state !== "listed" || !readiness) return null;
  const unread = await unreadTexts(scope, db, id);
  const { entry, organisation } = held;
  const known = user.scope("patient.view").sites.includes(entry.listingSite);
  return {
    id,
    name: known ? nameShown(entry.details) || entry.patientId : entry.pathwayId,
    procedure: procedureInFull(entry),
    readiness: readiness.counts,
    now: await nowWords(readiness),
    decision: readiness.decisions[0]?.number ?? 0,
    ...{ unread, seen: textsSeen(unread) },
    hubs: user.sites
      .filter((site) => site.organisation === organisation && site.type === "hub")
      .map(({ code, name }) => ({ code, name })),
  };
}

async function nowWords({ counts, decisions }: ReadinessRecord): Promise<string> {
  const last = decisions[0];
  const shown = { state: readinessState(counts, today()), ...counts };
  const days = fitnessDays(shown, today());
  const state = [READINESS_WORDS[shown.state], days].filter(Boolean).join(" ");
  if (!last) return `${state}, as the file has it.`;
  const names = await actorNames([last.decidedBy]);
  return `${state}, decided by ${names(last.decidedBy)}: ${last.reason.replace(/\.?$/, ".")}`;
}
