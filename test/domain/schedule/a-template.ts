import type { SessionTemplate } from "~/domain/schedule/template";

/** A template of every Monday, with the given facts. */
export function aTemplate(facts: Partial<SessionTemplate> = {}): SessionTemplate {
  return {
    ...{ id: "T1", organisation: "RQM", site: "RQM02", theatre: "Theatre 3", weekday: 1, weeksOfMonth: [] },
    ...{ validFrom: "2026-01-01", validUntil: null, start: "08:30", end: "17:00" },
    ...{ treatmentFunctions: ["110"], surgeons: ["C1"], anaesthetist: "A1", anaesthetics: ["GA", "LA"] },
    ...{ paediatric: false, equipment: [], maxCases: null, heldMinutes: 0, funding: "core" },
    ...{ visitingTeam: "", revision: 1 },
    ...facts,
  };
}
