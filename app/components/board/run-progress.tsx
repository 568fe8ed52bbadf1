import { ProgressBar } from "~/components/progress-bar";
import type { RunStanding } from "~/views/run-page";
import { RunChart } from "./run-chart";

/** How far a solve has come, how good its best plan is, and how both came about. */
export function RunProgress({ standing }: { standing: RunStanding }) {
  const { status, share, steps, soFar, elapsed, score, bound, gap, chart, ended } = standing;
  const facts = { Score: score, "No plan can pass": bound, Gap: gap, Time: elapsed, Steps: steps };
  const known = Object.entries(facts).filter(([, value]) => value !== "");
  return (
    <div className="app-run">
      {ended ? (
        <p className="nhsuk-lede-text">{status}</p>
      ) : (
        <ProgressBar id="run" label="Progress" share={share} status={status} />
      )}
      {soFar ? <p className="nhsuk-lede-text">{soFar}</p> : null}
      {known.length > 0 ? (
        <dl className="app-run__facts">
          {known.map(([name, value]) => (
            <Fact key={name} name={name} value={value} />
          ))}
        </dl>
      ) : null}
      {chart ? <RunChart chart={chart} words={soFar || status} ended={ended} /> : null}
    </div>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
