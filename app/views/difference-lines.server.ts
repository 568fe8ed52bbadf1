import type { User } from "~/auth/visitor.server";
import { number } from "~/domain/figure-words";
import type { PlaceChange } from "~/domain/plan-difference";
import { isBookable } from "~/domain/session-time";
import type { RecordedWhy, UnplacedRecord } from "~/domain/week-record";
import { readUnplaced, readWhys } from "~/services/week-record.server";
import { store } from "~/store.server";
import { procedureInFull } from "~/facts/procedure-words";
import type { Scope } from "~db/scope";
import type { PlanSide } from "./plan-sides.server";
import { sessionWords } from "./reason-names";
import { personFacts } from "./week-case";
import { peopleOf } from "./week-people.server";
import type { HeldWeekState } from "./week-state.server";

/** One patient whose place differs between two plans, and why. */
export interface ChangeLine {
  entry: string;
  patient: string;
  link: string | null;
  procedure: string;
  /** Empty: no place there. */
  from: string;
  to: string;
  told: boolean;
  reason: string;
  /** Page that tells more about it; null: there is none. */
  why: string | null;
}

interface LinesInput {
  state: HeldWeekState;
  left: PlanSide;
  right: PlanSide;
  siteName: (code: string) => string;
}

/** Puts changes into words, with the reasons that the right plan gives. */
export async function differenceLines(
  user: User,
  scope: Scope,
  { state, left, right, siteName }: LinesInput,
) {
  const whys = right.run === null ? {} : await readWhys(scope, store().db, right.run);
  const reasonOf = reasons(right, whys);
  const place = placeWords([left, right], siteName);
  return async (changes: readonly PlaceChange[]): Promise<ChangeLine[]> => {
    const dropped = changes.filter(({ to }) => to === null).map(({ entry }) => entry);
    const unplaced = await unplacedOf(scope, right, new Set(dropped));
    const people = await peopleOf(user, {
      organisation: state.organisation,
      sites: scope.sites,
      entries: changes.map(({ entry, from, to }) => siteOf([left, right], entry, to ?? from)),
      page: `/weeks/${state.week}/difference`,
    });
    return changes.map((change) => {
      const known = people.get(change.entry);
      const { patient, link } = personFacts(known, "A patient", state.week);
      return {
        ...{ entry: change.entry, patient, link, told: change.told },
        procedure: known ? procedureInFull(known.entry) : "",
        ...{ from: place(change.from), to: place(change.to) },
        reason: reasonOf(change, unplaced.get(change.entry)),
        why: right.record?.bottlenecks ? `/runs/${right.run}/why/${change.entry}` : null,
      };
    });
  };
}

function siteOf(sides: readonly PlanSide[], entry: string, sessionId: string | null) {
  const found = sides.flatMap(({ sessions }) => sessions).find((session) => session.sessionId === sessionId);
  return found ? { entry, site: found.site } : { entry };
}

function placeWords(sides: readonly PlanSide[], siteName: (code: string) => string) {
  const known = new Map(
    sides.flatMap(({ sessions }) => sessions.map((session) => [session.sessionId, session] as const)),
  );
  return (sessionId: string | null): string => {
    const session = known.get(sessionId ?? "");
    return session ? `${sessionWords(session)}, ${siteName(session.site)}` : (sessionId ?? "");
  };
}

/** The records of some entries that a plan leaves out; a plan by people has none. */
async function unplacedOf(
  scope: Scope,
  { run, record }: PlanSide,
  wanted: ReadonlySet<string>,
): Promise<Map<string, UnplacedRecord>> {
  const found = new Map<string, UnplacedRecord>();
  if (run === null || record === null || wanted.size === 0) return found;
  for await (const chunk of readUnplaced(scope, store().db, run, record.unplaced.chunks)) {
    for (const one of chunk) if (wanted.has(one.entry)) found.set(one.entry, one);
    if (found.size === wanted.size) break;
  }
  return found;
}

type ReasonOf = (change: PlaceChange, unplaced: UnplacedRecord | undefined) => string;

function reasons(right: PlanSide, whys: Record<string, RecordedWhy>): ReasonOf {
  const because = new Map(
    right.lists.flatMap(({ cases }) => cases.map((planned) => [planned.entry, planned.because] as const)),
  );
  const gone = new Set(
    right.sessions.filter((session) => !isBookable(session)).map(({ sessionId }) => sessionId),
  );
  return ({ entry, from, to }, unplaced) => {
    if (to === null) {
      const closed = gone.has(from ?? "") ? "Its session takes no cases. " : "";
      return closed + (unplaced?.detail ?? `Has no place in ${right.name.toLowerCase()}.`);
    }
    const here = `${because.get(entry) ?? ""}.`;
    return from === null ? here : `${here} ${whyNotAsBefore(from, whys[entry], gone)}`.trim();
  };
}

/** What staying would have cost, as the plan knows it. */
function whyNotAsBefore(from: string, why: RecordedWhy | undefined, gone: ReadonlySet<string>): string {
  if (gone.has(from)) return "Its session before takes no cases.";
  const loss = why?.elsewhere.find(({ sessionId }) => sessionId === from)?.loss;
  if (loss === undefined) return "";
  if (loss <= 0) return "Where it was before would do as well.";
  return `Where it was before the plan would lose ${number(loss)} points.`;
}
