/** One moment of a solve: wall-clock seconds since its start, and what was known then, in points. */
export interface RunMoment {
  seconds: number;
  score: number | null;
  bound: number | null;
}

/** A history short enough to keep and send: every second moment goes while there are more than `most`, never the last. */
export function thinned(history: readonly RunMoment[], most = 200): RunMoment[] {
  let kept = [...history];
  while (kept.length > most) {
    const { length } = kept;
    kept = kept.filter((_moment, index) => index % 2 === 0 || index === length - 1);
  }
  return kept;
}
