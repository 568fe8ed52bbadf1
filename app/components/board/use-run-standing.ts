import { useEffect, useState } from "react";
import type { RunStanding } from "~/views/run-page";
import type { RunPage } from "~/views/run-page.server";

interface Watched {
  standing: RunStanding;
  /** Scripts run and the server answers: the page moves by itself. */
  watched: boolean;
}

/** Where a solve stands, kept up to date by the server; `ended` is called once it has come to its end. */
export function useRunStanding({ id, standing }: RunPage, ended: () => void): Watched {
  const [latest, setLatest] = useState<RunStanding | null>(null);
  const [watched, setWatched] = useState(false);
  const isOver = standing.ended;
  useEffect(() => {
    if (isOver) return;
    const events = new EventSource(`/runs/${id}/events`);
    events.onopen = () => setWatched(true);
    events.onmessage = ({ data }: MessageEvent<string>) => setLatest(JSON.parse(data) as RunStanding);
    events.addEventListener("end", ({ data }: MessageEvent<string>) => {
      events.close();
      setLatest(JSON.parse(data) as RunStanding);
      ended();
    });
    events.onerror = () => {
      if (events.readyState === EventSource.CLOSED) setWatched(false);
    };
    return () => events.close();
  }, [id, isOver]);
  return { standing: isOver ? standing : (latest ?? standing), watched };
}
