import { ProgressBar } from "~/components/progress-bar";
import type { RunStanding } from "~/views/run-page";
import { RunChart } from "./run-chart";

/** How far a solve has come, how good its best plan is, and how both came about. */
export function RunProgress({ standing }: { standing: RunStanding }) {
  const { status, share, steps, soFar, elapsed, chart, ended } = standing;
  return (
    <div className="app-run">
      {ended ? (
        <p className="nhsuk-lede-text">{status}</p>
      ) : (
        <ProgressBar id="run" label="Progress" share={share} status={status} />
      )}
      {soFar ? <p className="nhsuk-lede-text">{soFar}</p> : null}
      {elapsed || steps ? (
        <dl className="app-run__facts">
          {elapsed ? <Fact name="Time" value={elapsed} /> : null}
          {steps ? <Fact name="Steps" value={steps} /> : null}
        </dl>
      ) : null}
      {chart ? (
        <RunChart
          chart={chart}
          width={standing.chartWidth}
          height={standing.chartHeight}
          words={soFar || status}
          ended={ended}
        />
      ) : null}
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
