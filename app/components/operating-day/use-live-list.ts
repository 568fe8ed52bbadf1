import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";

/** A page on a wall moves its expected times on, also where nothing is recorded. Milliseconds. */
const MOVE_ON = 60_000;
/** A connection that is back within this time was not lost. */
const LOST_AFTER = 6_000;
const TRY_AGAIN = 5_000;

/**
 * Keeps a running list up to date: asks again when its stamp changes, and every minute. Answers the time since which the
 * server was not heard, by the server's clock as the page last had it; null: it is heard.
 */
export function useLiveList(events: string, stamp: string, now: string): string | null {
  const { revalidate } = useRevalidator();
  const [lostAt, setLostAt] = useState<string | null>(null);
  const shown = useRef({ stamp, now });
  shown.current = { stamp, now };
  useEffect(() => {
    let source: EventSource;
    let lost: ReturnType<typeof setTimeout> | null = null;
    let again: ReturnType<typeof setTimeout> | null = null;
    const heard = () => {
      if (lost !== null) clearTimeout(lost);
      lost = null;
      setLostAt(null);
    };
    const connect = () => {
      source = new EventSource(events);
      source.onopen = heard;
      source.onmessage = ({ data }: MessageEvent<string>) => {
        heard();
        if (data !== shown.current.stamp) revalidate();
      };
      source.onerror = () => {
        lost ??= setTimeout(() => setLostAt(shown.current.now), LOST_AFTER);
        // A browser tries again by itself unless it was answered with an error.
        if (source.readyState === EventSource.CLOSED) again = setTimeout(connect, TRY_AGAIN);
      };
    };
    connect();
    const moveOn = setInterval(() => {
      if (source.readyState === EventSource.OPEN) revalidate();
    }, MOVE_ON);
    return () => {
      source.close();
      clearInterval(moveOn);
      if (lost !== null) clearTimeout(lost);
      if (again !== null) clearTimeout(again);
    };
  }, [events, revalidate]);
  return lostAt;
}
