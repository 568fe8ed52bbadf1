import { dateText } from "~/components/date-text";
import { counted } from "~/domain/figure-words";
import type { AgendaItem } from "~/domain/meeting/agenda";
import { groundWords, type GroundNames } from "~/domain/meeting/grounds";
import { namedBy, type Section, type Subject, type SubjectKey } from "~/domain/meeting/subject";
import { weeksWaited } from "~/domain/rtt-clock";
import type { Milestone, MilestoneState } from "~/domain/six-four-two/milestones";
import { treatmentFunctionName } from "~/facts/treatment-functions";
import { procedureInFull } from "~/facts/procedure-words";
import type { HeldEntry } from "~db/waiting-list";
import { sessionWords } from "../reason-names";
import type { MeetingAgenda } from "./agenda.server";

export const SECTION_TITLES: Record<Section, string> = {
  contested: "Contested",
  overTarget: "Over target or long wait, no place",
  overridden: "Rules overridden by hand",
  toldMoves: "Told, and would move",
  provisional: "Provisional, place soon handed back",
  lateSessions: "Sessions late in 6-4-2",
};

const STEPS: Record<Milestone, string> = {
  staffed: "Not staffed",
  filled: "Not filled",
  signedOff: "Not signed off",
  told: "Patients not told",
  locked: "Not locked",
};

/** Words of subjects: `person` says who is who to this reader. */
export class SubjectWords {
  constructor(
    private readonly agenda: MeetingAgenda,
    private readonly today: string,
    private readonly person: (entry: string) => string,
  ) {}

  /** A subject as it is now; null: it is not known here. */
  subject(key: SubjectKey, section: Subject["section"]): Subject | null {
    const { entry, session } = namedBy(key) ?? { entry: null, session: null };
    const item = this.agenda.items.find((one) => one.key === key);
    if (session !== null) return this.sessionSubject(session, section, item);
    return entry === null ? null : this.caseSubject(entry, section, item);
  }

  /** Why something is on the agenda, a sentence each. */
  grounds(item: AgendaItem | undefined): string[] {
    if (!item) return [];
    if ("late" in item) return item.late.map(lateWords);
    return item.grounds.map((ground) => groundWords(ground, this.names()));
  }

  /** Where a case stands or is proposed to stand, or `No place`. */
  place(entry: string): string {
    const session = this.agenda.placeOf.get(entry);
    if (session !== undefined) return this.session(session);
    const proposed = this.agenda.proposedOf(entry);
    if (proposed !== null) return `Proposed: ${this.session(proposed)}`;
    const other = this.agenda.places.get(entry);
    return other ? `${other.theatre}, ${dateText(other.date, "short")}, ${other.start}` : "No place";
  }

  session(id: string): string {
    const held = this.agenda.sessions.get(id);
    return held ? sessionWords(held.session) : "another session";
  }

  private caseSubject(id: string, section: Subject["section"], item: AgendaItem | undefined): Subject | null {
    const held = this.agenda.entries.get(id);
    if (!held) return null;
    return {
      section,
      title: this.person(id),
      detail: caseDetail(held, this.today),
      place: this.place(id),
      grounds: this.grounds(item),
    };
  }

  private sessionSubject(
    id: string,
    section: Subject["section"],
    item: AgendaItem | undefined,
  ): Subject | null {
    const held = this.agenda.sessions.get(id);
    if (!held) return null;
    const detail = held.session.treatmentFunctions.map(treatmentFunctionName).join(", ");
    return { section, title: this.session(id), detail, place: "", grounds: this.grounds(item) };
  }

  private names(): GroundNames {
    return { session: (id) => this.session(id), person: this.person, today: this.today };
  }
}

/** `P2, cancer, 14 weeks, Total hip replacement, left; Trauma and orthopaedics`. */
function caseDetail({ entry }: HeldEntry, today: string): string {
  const facts = [
    entry.priority,
    ...(entry.cancer ? ["cancer"] : []),
    counted(weeksWaited(entry.clockStart, today), "week"),
    procedureInFull(entry),
  ];
  return `${facts.join(", ")}; ${treatmentFunctionName(entry.treatmentFunction)}`;
}

function lateWords({ milestone, due, daysLate }: MilestoneState): string {
  return `${STEPS[milestone]}: due ${dateText(due, "short")}, ${counted(daysLate, "day")} late.`;
}
