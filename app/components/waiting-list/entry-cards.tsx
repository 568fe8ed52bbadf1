import { DateText, InstantText } from "~/components/date-text";
import { CancerTag, PriorityTag } from "~/components/priority-tag";
import type { DateRange } from "~/domain/calendar";
import { rangeAgainst } from "~/domain/dates-to-avoid";
import type { TargetKind } from "~/domain/targets";
import { equipmentName } from "~/facts/equipment";
import { procedureInFull } from "~/facts/procedure-words";
import { procedureByCode } from "~/facts/procedures";
import type { EntryPage, PatientShown } from "~/views/entry.server";
import { Facts } from "./facts";

type Shown = EntryPage["entry"];

/** The patient, for those who may see who it is. */
export function PatientCard({ patient, age, entry }: { patient: PatientShown; age: number; entry: Shown }) {
  const { details } = patient;
  return (
    <Facts
      heading="Patient"
      facts={
        [
          ["Hospital number", patient.hospitalNumber],
          ["NHS number", <span className="app-nowrap">{patient.nhsNumber}</span>],
          [
            "Born",
            <>
              <DateText date={patient.birthDate} style="date" />, {age} years old
            </>,
          ],
          ["Pathway", entry.pathwayId],
          ["Mobile", details.mobile],
          ["E-mail", details.email],
          ["Address", [details.address, details.postcode].filter(Boolean).join(", ")],
          ["Prefers", details.contactPreference ?? ""],
          ["Language", languageWords(details.language, details.interpreter)],
          ["Adjustments", details.reasonableAdjustments],
        ].filter(([name, value]) => value !== "" || ESSENTIAL.has(String(name))) as [
          string,
          React.ReactNode,
        ][]
      }
    />
  );
}

const ESSENTIAL = new Set(["Hospital number", "NHS number", "Mobile"]);

function languageWords(language: string, interpreter: boolean | null): string {
  return [language, interpreter ? "interpreter needed" : ""].filter(Boolean).join(", ");
}

const SIDE_WORDS = {
  left: "Left",
  right: "Right",
  bilateral: "Both sides",
  none: "None",
  unknown: "Not coded",
} as const;

/** What is to be done, and what it takes of a theatre. */
export function ProcedureCard({ entry, specialty }: { entry: Shown; specialty: string }) {
  return (
    <Facts
      heading="Procedure"
      facts={[
        ["Procedure", `${procedureInFull(entry)} (${entry.procedureCode})`],
        ["Side", SIDE_WORDS[entry.laterality ?? "unknown"]],
        ["Specialty", specialty],
        ["Surgeon", entry.pooled ? "Any of the specialty (pooled)" : entry.consultant],
        ["Expected", minutesWords(entry)],
        ["Anaesthetic", entry.anaesthetic],
        ["Stay", stayWords(entry)],
        ["Equipment", entry.equipment.map(equipmentName).join(", ") || "None"],
        ["ASA grade", entry.asa],
      ]}
    />
  );
}

function minutesWords({ minutes, minutesDeviation, procedureCode }: Shown): string {
  const table = procedureByCode(procedureCode);
  const own = `${minutes} minutes, give or take ${Math.round(minutesDeviation)}`;
  if (!table) return `${own}, from the file`;
  return table.minutes === minutes
    ? `${own}, as the procedure table has it`
    : `${own}, from the file (procedure table: ${table.minutes})`;
}

function stayWords({ intendedManagement, nights, criticalCare }: Shown): string {
  const kind = intendedManagement === "dayCase" ? "Day case" : "Inpatient";
  const stay = nights === 0 ? "no night" : nights === 1 ? "1 night" : `${nights} nights`;
  return `${kind}, ${stay}${criticalCare ? ", critical care bed" : ""}`;
}

const TARGET_WORDS: Record<TargetKind, string> = {
  P1a: "priority P1a",
  P1b: "priority P1b",
  P2: "priority P2",
  P3: "priority P3",
  cancer: "cancer list, from the decision to admit",
  offer: "date promised to the patient",
};

/** How urgent it is, and by when. */
export function UrgencyCard({ page }: { page: EntryPage }) {
  const { entry, targets, today } = page;
  return (
    <Facts
      heading="Urgency"
      facts={[
        [
          "Priority",
          <>
            <PriorityTag priority={entry.priority} /> {entry.cancer ? <CancerTag /> : null}
          </>,
        ],
        [
          "Target",
          targets.length === 0
            ? "None: the wait alone counts"
            : targets.map(({ kind, date }) => (
                <span key={kind} className="app-line">
                  <DateText date={date} style="date" />
                  {date < today ? <strong className="app-late"> overdue</strong> : null}, {TARGET_WORDS[kind]}
                </span>
              )),
        ],
        ["Decision to admit", <DateText date={entry.decisionToAdmit} style="date" />],
        [
          "Priority reviewed",
          entry.lastPriorityReview ? <DateText date={entry.lastPriorityReview} style="date" /> : "Not since",
        ],
        ["RTT status", page.clock.status],
      ]}
    />
  );
}

/** When and where the patient can come. */
export function AvailabilityCard({ page }: { page: EntryPage }) {
  const { entry, siteNames, place } = page;
  const site = (code: string) => (siteNames[code] ? `${siteNames[code]} (${code})` : code);
  return (
    <Facts
      heading="Date and place"
      facts={[
        [
          "Date of surgery",
          place ? (
            <>
              <Clash range={rangeAgainst(entry.unavailable, place.date)} />
              <DateText date={place.date} /> at {place.start}, {place.place},{" "}
              {page.operated ? operatedMark(page.operated.recorded) : "proposed by Hublist"}
              {page.cancelHref ? (
                <span className="app-line">
                  <a href={page.cancelHref}>Cancel this case</a>
                </span>
              ) : null}
              {page.dayHref ? (
                <span className="app-line">
                  <a href={page.dayHref}>The record of the day</a>
                </span>
              ) : null}
            </>
          ) : entry.tciDate ? (
            <>
              <Clash range={rangeAgainst(entry.unavailable, entry.tciDate)} />
              <DateText date={entry.tciDate} />
              {entry.tciSession ? `, session ${entry.tciSession}` : ""}, booked in the patient administration
              system
            </>
          ) : (
            "None yet"
          ),
        ],
        ["Listed at", site(entry.listingSite)],
        ["Also accepts", entry.otherSites.map(site).join("; ") || "No other site"],
        ["Not available", rangesWords(entry.unavailable)],
        ["Short notice", <ShortNotice page={page} />],
        ["Date promised", entry.offerBy ? <DateText date={entry.offerBy} style="date" /> : "None"],
      ]}
    />
  );
}

/** That the patient cannot come on the day of their date. */
function Clash({ range }: { range: DateRange | null }) {
  if (range === null) return null;
  return (
    <strong className="app-late app-line">
      The patient cannot come on this day: <RangeText range={range} />
    </strong>
  );
}

/** What the patient and the file say of short notice, and which of the two counts for what. */
function ShortNotice({ page: { entry, noticeSaid } }: { page: EntryPage }) {
  if (noticeSaid === null) return <>{entry.shortNotice ? "Yes" : "No"}, by the waiting-list file</>;
  const { words, by, at, file } = noticeSaid;
  return (
    <>
      {words}
      <span className="app-line app-quiet">
        Said {by}, <InstantText at={new Date(at)} />. The waiting-list file says {file ? "yes" : "no"}.
      </span>
      <span className="app-line app-quiet">
        What the patient said last counts for stand-by calls. Plans place them at short notice only where the
        file says yes and the patient has not said no.
      </span>
    </>
  );
}

const operatedMark = (recorded: boolean) =>
  recorded ? "operated on by the record of the day" : "not cancelled: counts as operated on";

function rangesWords(ranges: DateRange[]) {
  if (ranges.length === 0) return "No dates known";
  return ranges.map((range) => (
    <span key={`${range.from}/${range.to}`} className="app-line">
      <RangeText range={range} />
    </span>
  ));
}

function RangeText({ range: { from, to } }: { range: DateRange }) {
  if (from === to) return <DateText date={from} style="brief" />;
  return (
    <>
      <DateText date={from} style="brief" /> to <DateText date={to} style="brief" />
    </>
  );
}
