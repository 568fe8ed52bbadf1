import type { TheatreSession } from "~/domain/theatre";

/** Gives each session a theatre of its site, as few as they need, and sorts them by date, site, theatre and start. */
export function assignTheatres(sessions: readonly TheatreSession[]): TheatreSession[] {
  const taken = new Map<string, TheatreSession[]>();
  const placed = sessions.map((session) => {
    for (let number = 1; ; number++) {
      const key = `${session.site} ${session.date} ${number}`;
      const others = taken.get(key) ?? [];
      if (others.some((other) => other.start < session.end && session.start < other.end)) continue;
      taken.set(key, [...others, session]);
      return { ...session, theatre: `Theatre ${number}` };
    }
  });
  const order = ({ date, site, theatre, start }: TheatreSession) => [date, site, theatre, start].join(" ");
  return placed.sort((a, b) => (order(a) < order(b) ? -1 : 1));
}
