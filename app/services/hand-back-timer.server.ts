import { today } from "~/clock.server";
import { logError } from "~/http/error-log";
import type { Store } from "~db/store";
import { handBackPlaces } from "./hand-back.server";

/** How often places are looked through, milliseconds: an hour. The first time is soon after the start. */
const EVERY = 3_600_000;
const FIRST = 60_000;

/** Hands back places on time while the server runs; a failure is logged and the next turn tries again. */
export function handBackOnTime(store: Store): void {
  const turn = () =>
    void handBackPlaces(store, today()).catch((error: unknown) =>
      logError(error, { requestId: "hand-back", method: "timer", url: "hand-back" }),
    );
  setTimeout(turn, FIRST).unref();
  setInterval(turn, EVERY).unref();
}
