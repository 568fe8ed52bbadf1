import { Link } from "@remix-run/react";
import { statusWords } from "~/components/board/session-words";
import { CapacityBar } from "~/components/capacity-bar";
import { DateText, InstantText } from "~/components/date-text";
import { FUNDING_WORDS } from "~/components/schedule/session-life-words";
import { counted } from "~/domain/figure-words";
import { equipmentName } from "~/facts/equipment";
import type { MilestoneState } from "~/domain/six-four-two/milestones";
import type { SessionPage } from "~/views/session-page.server";
import { MilestoneMark } from "./milestone-cell";
import { MILESTONE_WORDS, unfilledWords } from "./words";

/** Where the session stands: each milestone with its date, and who did it when. */
export function StateLine({ page }: { page: SessionPage }) {
  return (
    <ol className="app-stateline" aria-label="Where the session stands">
      {page.standing.milestones.map((state) => {
        // What was done and no longer holds is late or due again: its history says who did it when.
        const done = state.standing === "done" ? page.doneBy[state.milestone] : undefined;
        return (
          <li key={state.milestone} className="app-stateline__step">
            <span className="app-stateline__name">{MILESTONE_WORDS[state.milestone]}</span>
            <MilestoneMark state={state} />
            <Unfilled page={page} state={state} />
            <span className="app-cell-note app-quiet">
              {done ? (
                <>
                  {done.by}, <InstantText at={new Date(done.at)} />
                </>
              ) : (
                <>
                  due <DateText date={state.due} style="short" />
                </>
              )}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

function Unfilled({ page, state }: { page: SessionPage; state: MilestoneState }) {
  const words = unfilledWords(page.standing, state);
  return words === "" ? null : <span className="app-cell-note">{words}</span>;
}

/** What must be known first: leave, bank holiday, closed and why, on offer. */
export function SessionWarnings({ page: { standing, facts, offer, cases } }: { page: SessionPage }) {
  const isOpen = standing.status === "open" || standing.status === "locked";
  const lines = [
    ...(isOpen
      ? []
      : [
          `${statusWords(standing.status)}${facts.statusReason ? `: ${facts.statusReason}` : " by its file"}`,
        ]),
    ...standing.leave.map((leave) =>
      cases.length === 0
        ? leave
        : `${leave}, and ${counted(cases.length, "case")} ${cases.length === 1 ? "stands" : "stand"} on this list`,
    ),
    ...(standing.bankHoliday ? [`This day is a bank holiday: ${standing.bankHoliday}`] : []),
    ...(offer ? [`${offer.words}${offer.reason ? `: ${offer.reason}` : ""}`] : []),
  ];
  if (lines.length === 0) return null;
  return (
    <ul className="app-six__marks app-session__marks">
      {[...new Set(lines)].map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** All that is known of the session. */
export function SessionFactList({ page }: { page: SessionPage }) {
  const rows = factsOf(page);
  return (
    <dl className="app-session-facts">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function factsOf({ standing, facts, siteName }: SessionPage) {
  const ORIGINS = {
    file: "The organisation's file",
    template: facts.template ? (
      <Link to={`/schedule/${facts.template}`}>The master theatre schedule</Link>
    ) : (
      "The master theatre schedule"
    ),
    added: "Added for this date",
  };
  return [
    ["Session", standing.sessionId],
    ["Where", `${standing.theatre}, ${siteName}`],
    ["Specialty", standing.specialties.map(({ code, name }) => `${name} (${code})`).join(", ")],
    ["Surgeons", standing.surgeons.join(", ") || "None named: pooled patients only"],
    ["Anaesthetist", standing.anaesthetist || "Not named"],
    ["Anaesthetics", facts.anaesthetics.join(", ")],
    ["Children", facts.paediatric ? "Yes" : "No"],
    ["Status", statusWords(standing.status)],
    ["Minutes", <CapacityBar key="bar" planned={standing.planned} length={standing.length} />],
    ["Held minutes", facts.heldMinutes === 0 ? "None" : String(facts.heldMinutes)],
    ["Most cases", standing.maxCases === null ? "No limit" : String(standing.maxCases)],
    ["Equipment", facts.equipment.map(equipmentName).join(", ") || "None named"],
    ["Funding", FUNDING_WORDS[facts.funding]],
    ["Visiting team", facts.visitingTeam || "None"],
    ["Comes from", ORIGINS[facts.origin]],
  ] as const;
}
