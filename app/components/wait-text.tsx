import longWaits from "~/facts/long-waits.json";

/** Whole weeks waited from the clock start; long waits are heavier and carry a mark and words. */
export function WaitText({ weeks }: { weeks: number }) {
  const reached = longWaits.bands.find((band) => weeks >= band.weeks);
  const words = `${weeks} ${weeks === 1 ? "week" : "weeks"}`;
  if (!reached) return <span className="app-wait">{words}</span>;
  return (
    <span className="app-wait app-wait--long">
      {words}{" "}
      <span className="app-wait__mark" aria-hidden="true">
        {"▲".repeat(reached.marks)}
      </span>
      <span className="nhsuk-u-visually-hidden">({reached.words})</span>
    </span>
  );
}
