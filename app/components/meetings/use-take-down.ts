import { useNavigation, useRevalidator } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";

/** What others recorded is looked for this often, in milliseconds; what is being typed stays as it is. */
const LOOK_MS = 30_000;

/**
 * Counts what was recorded from this page, so that the form begins anew after each, with the focus in its first field.
 * `accepted`: the last answer had nothing to mend.
 */
export function useTakeDown(accepted: boolean): number {
  const { state } = useNavigation();
  const { revalidate } = useRevalidator();
  const sent = useRef(false);
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (state === "submitting") sent.current = true;
    if (state !== "idle" || !sent.current) return;
    sent.current = false;
    if (accepted) setRound((before) => before + 1);
  }, [state, accepted]);
  useEffect(() => {
    if (round > 0) document.getElementById("decision")?.focus();
  }, [round]);
  useEffect(() => {
    const look = setInterval(() => document.visibilityState === "visible" && revalidate(), LOOK_MS);
    return () => clearInterval(look);
  }, [revalidate]);
  return round;
}
