import type { RunChart as Chart } from "~/views/run-chart";

interface RunChartProps {
  chart: Chart;
  /** What the chart shows, in words: the gap. */
  words: string;
  ended: boolean;
  /** Lower, beside other things. */
  small?: boolean;
}

/** The score of the best plan so far, and what no plan can pass, over the seconds of the solve. */
export function RunChart({ chart, words, ended, small = false }: RunChartProps) {
  const { width, height } = chart;
  return (
    <figure className={small ? "app-run__figure app-run__figure--small" : "app-run__figure"}>
      <svg
        className="app-run__chart"
        viewBox={`0 0 ${width} ${height + 4}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={words}
      >
        <path className="app-run__gap" d={chart.gap} />
        <path className="app-run__bound" d={chart.bound} />
        <path className="app-run__score" d={chart.score} />
        <line className="app-run__axis" y1={height} x2={width} y2={height} />
      </svg>
      <ul className="app-run__legend">
        <li>
          <Sample line="bound" /> No plan can pass
        </li>
        <li>
          <Sample line="score" /> <strong>{ended ? "The plan" : "Best plan so far"}</strong>
        </li>
      </ul>
      <figcaption className="nhsuk-body-s">
        Points over {chart.seconds.toFixed(chart.seconds < 10 ? 1 : 0)} seconds. What lies between the lines
        is all that could still be gained.
      </figcaption>
    </figure>
  );
}

/** A piece of a line, beside its name. */
function Sample({ line }: { line: "bound" | "score" }) {
  return (
    <svg className="app-run__sample" viewBox="0 0 36 8" aria-hidden="true">
      <path className={`app-run__${line}`} d="M0 4H36" />
    </svg>
  );
}
