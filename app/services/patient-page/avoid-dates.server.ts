import { today } from "~/clock.server";
import type { DateRange, IsoDate } from "~/domain/calendar";
import { rangesSpoken, withoutRange, withRange, type AvoidFault } from "~/domain/dates-to-avoid";
import type { ResponseGiver } from "~/domain/perioperative/questionnaire/response-source";
import { typedDate } from "~/domain/perioperative/invitation/typed-date";
import { AVOID_LIMITS } from "~/facts/dates-to-avoid";
import { settleDateClashes } from "~/services/triage/date-clashes.server";
import { store } from "~/store.server";
import type { Actor } from "~db/actor";
import { avoidedDates, setAvoidedDates } from "~db/avoided-dates";
import type { Invitation } from "~db/invitations";
import { organisationScope } from "~db/organisations";
import { insertWord } from "~db/patient-words";
import { tasksOfEntry } from "~db/screening/care-tasks";
import { datedEntries } from "~db/screening/dated-entries";
import type { Tx } from "~db/commit";

/** What came of it; `field`: the first field that is wrong. */
export type AvoidAnswer = { kind: "told" } | { kind: "refused"; field: "from" | "to"; message: string };

const FAULTS: Record<AvoidFault, readonly ["from" | "to", string]> = {
  past: ["to", "Enter dates that are still to come"],
  order: ["to", "The last day must be the same as the first day, or after it"],
  far: ["to", "Enter dates within the next year"],
  many: ["from", `You can give us ${AVOID_LIMITS.mostRanges} lots of dates. Take one away, or call us`],
};

const NOT_REAL = "must be a real date, like 3 8 2027. Check the day, the month and the year";

/** Whose days they are, and who says so. */
export interface AvoidFor extends Pick<Invitation, "organisation" | "site" | "entry"> {
  actor: Actor;
  saidBy: ResponseGiver;
}

const byPatient = ({ id, organisation, site, entry }: Invitation, saidBy: ResponseGiver): AvoidFor => ({
  ...{ organisation, site, entry, saidBy },
  actor: { kind: "patient", invitation: id },
});

/** Keeps days on which a patient cannot come: the planner passes them over at once, and staff read of it. */
export const avoidDates = (
  of: Invitation,
  saidBy: ResponseGiver,
  field: (name: string) => string,
): Promise<AvoidAnswer> => avoidTyped(byPatient(of, saidBy), field);

/** Takes days back as the page showed them, `from/to`. */
export const avoidNoLonger = (of: Invitation, saidBy: ResponseGiver, range: string): Promise<AvoidAnswer> =>
  avoidShown(byPatient(of, saidBy), range);

/** The same, of a patient who told staff or a check-in: their words alone reach no plan. */
export async function avoidTyped(of: AvoidFor, field: (name: string) => string): Promise<AvoidAnswer> {
  const read = (end: "from" | "to") =>
    typedDate({ day: field(`${end}-day`), month: field(`${end}-month`), year: field(`${end}-year`) });
  const isEmpty = (end: "from" | "to") =>
    ["day", "month", "year"].every((part) => field(`${end}-${part}`) === "");
  const from = read("from");
  if (from === null && isEmpty("from"))
    return { kind: "refused", field: "from", message: "Enter the first day you cannot come" };
  if (from === null) return { kind: "refused", field: "from", message: `The first day ${NOT_REAL}` };
  const to = isEmpty("to") ? from : read("to");
  if (to === null) return { kind: "refused", field: "to", message: `The last day ${NOT_REAL}` };
  return change(of, field("text"), (held, day) => withRange(held, { from, to }, day, AVOID_LIMITS));
}

/** Takes days back as a page showed them, `from/to`. */
export async function avoidShown(of: AvoidFor, range: string): Promise<AvoidAnswer> {
  const [from = "", to = ""] = range.split("/");
  return change(of, "", (held, day) => ({ ranges: withoutRange(held, { from, to }, day) }));
}

type Change = (held: DateRange[], day: IsoDate) => { ranges: DateRange[] } | { fault: AvoidFault };

async function change(of: AvoidFor, text: string, by: Change): Promise<AvoidAnswer> {
  return store().commit(of.actor, "patient.avoid-dates", async (tx): Promise<AvoidAnswer> => {
    const held = await avoidedDates(tx.db, of.entry);
    const found = by(held, today());
    if ("fault" in found) {
      const [field, message] = FAULTS[found.fault];
      return { kind: "refused", field, message };
    }
    if (JSON.stringify(found.ranges) === JSON.stringify(held)) return { kind: "told" };
    const { organisation, site, entry, saidBy } = of;
    await setAvoidedDates(tx, entry, found.ranges, { organisation, site });
    const code = rangesSpoken(found.ranges, today()) || "none";
    await insertWord(
      tx,
      {
        entry,
        kind: "datesToAvoid",
        code,
        text: text.slice(0, 500),
        saidBy,
        needsReading: of.actor.kind === "patient",
      },
      of,
    );
    await settleClashes(tx, of);
    return { kind: "told" };
  });
}

/** Staff have to know at once where the days contain the date that the patient has. */
async function settleClashes(tx: Tx, { organisation, entry }: AvoidFor): Promise<void> {
  const own = await organisationScope(tx.db, organisation);
  const dated = await datedEntries(own, tx.db, today(), entry);
  await settleDateClashes(tx, dated, await tasksOfEntry(own, tx.db, entry), today());
}
