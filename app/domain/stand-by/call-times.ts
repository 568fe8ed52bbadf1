import type { Anaesthetic } from "../waiting-list";
import type { SiteSettings } from "../workspace-settings";

/** Hours without food and without clear fluids before an anaesthetic. */
export interface FastingHours {
  food: number;
  clearFluids: number;
}

/** When a patient who is called now can come and be ready. Minutes since midnight. */
export interface CallTimes {
  /** The last minute at which a call still makes them ready when the gap begins. */
  callBy: number;
  arrivesBy: number;
  readyBy: number;
  /** When the gap can begin with them: its own start, or later once they are ready. */
  startsAt: number;
  /** They are ready by the time the gap begins. */
  inTime: boolean;
  /** They must have eaten, and drunk, nothing later than this; null: no fasting for a local anaesthetic. */
  lastFood: number | null;
  lastFluids: number | null;
}

/**
 * The times of a stand-by call. `now`: the minute of the call; null before the day, when the call can be made in time.
 * Fasting counts back from when the case would begin: who has eaten later can still come where a later start fits.
 */
export function callTimes(
  now: number | null,
  gapStart: number,
  anaesthetic: Anaesthetic,
  fasting: FastingHours,
  settings: Pick<SiteSettings, "standByTravelMinutes" | "standByReadyMinutes">,
): CallTimes {
  const { standByTravelMinutes: travel, standByReadyMinutes: ready } = settings;
  const callBy = gapStart - travel - ready;
  const calledAt = now === null ? callBy : Math.max(now, 0);
  const readyBy = calledAt + travel + ready;
  const startsAt = Math.max(gapStart, readyBy);
  const isFasted = anaesthetic !== "LA";
  return {
    callBy,
    arrivesBy: calledAt + travel,
    readyBy,
    startsAt,
    inTime: readyBy <= gapStart,
    lastFood: isFasted ? startsAt - fasting.food * 60 : null,
    lastFluids: isFasted ? startsAt - fasting.clearFluids * 60 : null,
  };
}
