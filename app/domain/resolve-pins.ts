import { eligibility } from "./eligibility/eligibility";
import type { EligibilityContext } from "./eligibility/rule";
import type { Fault } from "./fault";
import type { PlanInput } from "./plan-input";
import type { Reason } from "./reasons";
import type { TheatreSession } from "./theatre";
import { horizonOf, type Horizon } from "./urgency";
import type { WaitingListEntry } from "./waiting-list";

/** An entry that stays in a session, and the cell that says so. */
export interface Pin {
  entry: WaitingListEntry;
  session: TheatreSession;
  override: Reason[];
  source: Omit<Fault, "message">;
}

/** Pins by entry. `faults`: pins that cannot be kept, each by name; `warnings`: what was doubtful. */
export interface ResolvedPins {
  pins: Map<WaitingListEntry, Pin>;
  faults: Fault[];
  warnings: Fault[];
}

/**
 * The pins of a plan: entries with a TCI date and its session, and the lines of pins.csv, which go first where both
 * name an entry. A pin on something unknown, or one that breaks a rule that it does not override, is a fault.
 */
export function resolvePins(input: PlanInput, context: EligibilityContext): ResolvedPins {
  const resolved: ResolvedPins = { pins: new Map(), faults: [], warnings: [] };
  const sessions = new Map(input.sessions.map((session) => [session.sessionId, session]));
  const horizon = horizonOf(input.sessions);
  for (const entry of input.entries) pinOfBooking(entry, sessions, horizon, input, resolved);
  pinsOfFile(input, sessions, resolved);
  for (const pin of resolved.pins.values()) judgePin(pin, context, resolved.faults);
  return resolved;
}

function pinOfBooking(
  entry: WaitingListEntry,
  sessions: Map<string, TheatreSession>,
  { first, last }: Horizon,
  { files }: PlanInput,
  { pins, faults, warnings }: ResolvedPins,
): void {
  const { tciDate, tciSession, row } = entry;
  if (tciDate === null) return;
  const isInHorizon = tciDate >= first && tciDate <= last;
  if (tciSession === null) {
    if (isInHorizon) warnings.push(bookedWithoutSession(entry, tciDate, files.waitingList));
    return;
  }
  const source = { file: files.waitingList, row, column: "LOCAL_TCI_Session", value: tciSession };
  const session = sessions.get(tciSession);
  if (session) {
    pins.set(entry, { entry, session, override: [], source });
    if (session.date !== tciDate)
      warnings.push({
        ...source,
        message: `TCI_Date is ${tciDate} and this session is on ${session.date}; the case stays in the session.`,
      });
  } else if (isInHorizon) {
    faults.push({ ...source, message: `No such session in ${files.sessions}. ${EXPECT_SESSION}` });
  }
}

/** The file contract's warning on LOCAL_TCI_Session: the case will be done, in a list that nobody has named. */
function bookedWithoutSession({ row }: WaitingListEntry, tciDate: string, file: string): Fault {
  const message =
    "This date lies between the first and last session, but LOCAL_TCI_Session names none: " +
    "no theatre time is kept free for it.";
  return { file, row, column: "TCI_Date", value: tciDate, message };
}

const EXPECT_SESSION = "Expected a session_id that could be read there.";

function pinsOfFile(input: PlanInput, sessions: Map<string, TheatreSession>, resolved: ResolvedPins): void {
  const entries = entriesById(input);
  for (const { row, pathwayId, issuer, sessionId, override } of input.pins) {
    const at = { file: input.files.pins, row };
    const [entry, second] = (entries.get(pathwayId) ?? []).filter((each) => isIssuedBy(each, issuer));
    const session = sessions.get(sessionId);
    const fault = (column: string, value: string, message: string) =>
      resolved.faults.push({ ...at, column, value, message });
    if (!entry)
      fault(
        "pathway_id",
        pathwayId,
        `No such entry among the rows of ${input.files.waitingList} that could be read.`,
      );
    else if (second)
      fault(
        "pathway_id",
        pathwayId,
        "Two entries of different issuers share this identifier; expected one of its own.",
      );
    if (!session)
      fault("session_id", sessionId, `No such session in ${input.files.sessions}. ${EXPECT_SESSION}`);
    if (entry && !second && session) {
      const source = { ...at, column: "session_id", value: sessionId };
      keepFilePin({ entry, session, override, source }, resolved);
    }
  }
}

/** The entries that pins name, by pathway identifier: several where issuers share it. */
function entriesById({ pins, entries }: PlanInput): Map<string, WaitingListEntry[]> {
  const wanted = new Map<string, WaitingListEntry[]>(pins.map(({ pathwayId }) => [pathwayId, []]));
  for (const entry of entries) wanted.get(entry.pathwayId)?.push(entry);
  return wanted;
}

function isIssuedBy(entry: WaitingListEntry, issuer: string | undefined): boolean {
  return issuer === undefined || entry.issuer === issuer;
}

function keepFilePin(pin: Pin, { pins, warnings }: ResolvedPins): void {
  const booked = pins.get(pin.entry);
  if (booked && booked.session !== pin.session)
    warnings.push({
      ...pin.source,
      message: `${pin.entry.pathwayId} is booked into ${booked.session.sessionId}; this pin goes first.`,
    });
  pins.set(pin.entry, pin);
}

function judgePin(pin: Pin, context: EligibilityContext, faults: Fault[]): void {
  const { entry, session, override, source } = pin;
  const found = eligibility(entry, session, context, { override });
  if (found.allowed) return;
  const liftable = eligibility(entry, session, context, { override: [...override, found.reason] });
  const help =
    !liftable.allowed && liftable.reason === found.reason
      ? "No override lifts it."
      : `To keep it, name ${found.reason} in override.`;
  const broken = `${entry.pathwayId} is pinned to ${session.sessionId} and breaks the rule ${found.reason}`;
  faults.push({ ...source, message: `${broken}: ${found.sentence} ${help}` });
}
