import type { User } from "~/auth/visitor.server";
import { addDays, type IsoDate } from "~/domain/calendar";
import { clashes, freeIdentifier, holdsTheatre, sessionIdentifier } from "~/domain/schedule/generation";
import { bankHoliday } from "~/facts/bank-holidays";
import { store } from "~/store.server";
import { ensureTheatre, insertMadeSessions, takenIdentifiers } from "~db/made-sessions";
import type { Scope } from "~db/scope";
import { listSessions } from "~db/theatre-sessions";
import { FormFields, type FieldProblem } from "../form-fields.server";
import { readFacts, readPlace, type KnownPlaces } from "./template-form.server";

/** A session for one date, as a person gives it. */
export interface AddedSession extends ReturnType<typeof readFacts> {
  site: string;
  theatre: string;
  date: IsoDate;
  reason: string;
}

export type AddedRead = { given: AddedSession; problems: null } | { given: null; problems: FieldProblem[] };

/** Reads the form of a session for one date. On a bank holiday it must be confirmed with a tick. */
export function readAddedSession(form: FormData, places: KnownPlaces, today: IsoDate): AddedRead {
  const fields = new FormFields(form);
  const place = readPlace(fields, places);
  const date = fields.date("date", "the day") ?? "";
  if (date === "") fields.refuse("date", "Enter the day of the session");
  else if (date < today) fields.refuse("date", "The day must not be in the past");
  const holiday = date === "" ? null : bankHoliday(date);
  if (holiday !== null && !fields.isTicked("onHoliday"))
    fields.refuse(
      "date",
      `${date} is a bank holiday (${holiday}): tick below if the session is to run all the same`,
    );
  const facts = readFacts(fields, places);
  const reason = fields.reason("reason", "Say why the session is added");
  if (fields.problems.length > 0) return { given: null, problems: fields.problems };
  return { given: { ...place, ...facts, date, reason }, problems: null };
}

export type AddAnswer =
  { kind: "added"; id: string } | { kind: "refused"; problems: FieldProblem[] } | { kind: "notFound" };

/** Adds a session for one date, unless another one holds the theatre at that time. */
export async function addSession(
  user: User,
  scope: Scope,
  organisation: string,
  { reason, anaesthetist, equipment, funding, visitingTeam, ...session }: AddedSession,
): Promise<AddAnswer> {
  if (!scope.organisations.includes(organisation) || !scope.sites.includes(session.site))
    return { kind: "notFound" };
  const actor = { kind: "user", id: user.id } as const;
  return store().commit(actor, "session.add", async (tx): Promise<AddAnswer> => {
    const day = { from: session.date, until: addDays(session.date, 1) };
    const held = await listSessions(scope, tx.db, day, organisation);
    const other = held.find((one) => holdsTheatre(one.session) && clashes(one.session, session));
    if (other) {
      const { theatre, start, end, sessionId } = other.session;
      const message = `${theatre} is held from ${start} to ${end} that day by session ${sessionId}: choose other times or another theatre`;
      return { kind: "refused", problems: [{ field: "start", message }] };
    }
    await ensureTheatre(tx, organisation, session);
    const wanted = sessionIdentifier(session, session.date);
    const candidates = [wanted, ...Array.from({ length: 20 }, (_, at) => `${wanted}-${at + 2}`)];
    const taken = await takenIdentifiers(tx.db, organisation, candidates);
    const sessionId = freeIdentifier(session, session.date, taken);
    const [id] = await insertMadeSessions(tx, organisation, [
      {
        session: { ...session, sessionId, status: "open" },
        detail: {
          ...{ origin: "added", template: null, templateDate: null },
          ...{ anaesthetist, equipment, funding, visitingTeam },
        },
        event: { kind: "added", reason },
      },
    ]);
    return { kind: "added", id: id! };
  });
}
