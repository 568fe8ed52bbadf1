import { DateTime } from "luxon";
import type { IsoDate } from "~/domain/calendar";
import { environment, EnvironmentError } from "./env.server";

export const LONDON = "Europe/London";

/** The one source of time. */
export interface Clock {
  /** The date in Europe/London. */
  today(): IsoDate;
  /** This instant; with a set date, that date at the present time of day. */
  now(): Date;
}

/** A clock over the machine's time; `fixedToday` sets the date, for demo and tests. */
export function clockOf(fixedToday: IsoDate | undefined, machineTime: () => Date = () => new Date()): Clock {
  const now = () => {
    if (!fixedToday) return machineTime();
    const time = DateTime.fromJSDate(machineTime(), { zone: LONDON });
    const { hour, minute, second, millisecond } = time;
    return DateTime.fromISO(fixedToday, { zone: LONDON })
      .set({ hour, minute, second, millisecond })
      .toJSDate();
  };
  return { now, today: () => DateTime.fromJSDate(now(), { zone: LONDON }).toISODate()! };
}

let clock: Clock | undefined;
const current = () => (clock ??= clockOf(environment().HUBLIST_TODAY));

/** Today in Europe/London. */
export const today = (): IsoDate => current().today();
/** This instant. */
export const now = (): Date => current().now();

/** A live installation keeps true time: throws an EnvironmentError when HUBLIST_TODAY is set there. */
export function requireTrueTime(mode: "demo" | "live"): void {
  const { HUBLIST_TODAY, NODE_ENV } = environment();
  if (!HUBLIST_TODAY || mode === "demo" || NODE_ENV === "test") return;
  throw new EnvironmentError(
    `HUBLIST_TODAY = "${HUBLIST_TODAY}": this is a live installation, where today is today. ` +
      "Unset HUBLIST_TODAY; only a demo may set it.",
  );
}
