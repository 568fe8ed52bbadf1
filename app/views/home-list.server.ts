import { addressOf, NO_QUERY, type WaitingListQuery } from "~/components/waiting-list/query";
import type { IsoDate } from "~/domain/calendar";
import { store } from "~/store.server";
import type { Scope } from "~db/scope";
import { countFound, countReadiness } from "~db/waiting-list-counts";
import { cancellationCounts } from "./operating-day/cancellations.server";

/** A count that somebody should look at, and where its entries are. */
export interface HomeCount {
  count: number;
  label: string;
  note: string;
  to: string;
  /** Nothing here is good news; something needs a person. */
  needsSomebody: boolean;
}

/** What the waiting list asks of a scheduler: urgent and long waits without a date. */
export async function undatedCounts(scope: Scope, today: IsoDate): Promise<HomeCount[]> {
  const { db } = store();
  const urgent = await countFound(scope, db, { priorities: ["P2"], dated: false }, today);
  const { waits } = await countFound(scope, db, { dated: false }, today);
  return [
    undated({ priority: "P2", sort: "target" }, urgent.total, "P2 without a date", TREATED_WITHIN),
    ...([78, 65, 52] as const).map((weeks) =>
      undated({ weeks }, waits[weeks], `over ${weeks} weeks without a date`, ""),
    ),
  ];
}

const TREATED_WITHIN = "to be treated within 28 days of review or decision";

function undated(query: Partial<WaitingListQuery>, count: number, label: string, note: string): HomeCount {
  const to = addressOf({ ...NO_QUERY, state: "undated", ...query });
  return { count, label, note, to, needsSomebody: count > 0 };
}

/** What the waiting list asks of the people who screen and prepare. */
export async function readinessCounts(scope: Scope, today: IsoDate): Promise<HomeCount[]> {
  const { notScreened, awaiting, fitnessExpired, drift } = await countReadiness(scope, store().db, today);
  const of = (readiness: WaitingListQuery["readiness"], count: number, label: string, note = "") => ({
    ...{ count, label, note, needsSomebody: count > 0 },
    to: addressOf({ ...NO_QUERY, readiness }),
  });
  return [
    of("not_screened", notScreened, "not screened yet", "cannot be planned"),
    of("awaiting", awaiting, "waiting for their screening result", "cannot be planned"),
    of("expired", fitnessExpired, "whose fitness has ended", "must be seen again"),
    of("differs", drift, "where the file and Hublist differ on readiness", "Hublist's decision counts"),
  ];
}

/** What is left to do after cancellations; nothing where nobody was cancelled. */
export async function cancelledCounts(scope: Scope): Promise<HomeCount[] | null> {
  const { owed, triage } = await cancellationCounts(scope);
  if (owed + triage === 0) return null;
  const of = (count: number, label: string, note: string): HomeCount => ({
    ...{ count, label, note, to: "/cancellations", needsSomebody: count > 0 },
  });
  return [
    of(owed, "owed a new date and without one in time", "promised after a last-minute cancellation"),
    of(triage, "cancelled for a clinical reason", "to be assessed again"),
  ];
}
