import type { RunChart as Chart } from "~/views/run-chart";

interface RunChartProps {
  chart: Chart;
  /** Size of the picture that the paths were laid out for. */
  width: number;
  height: number;
  /** What the chart shows, in words: the gap. */
  words: string;
  ended: boolean;
}

/** Room on the right for the names of the two lines, in units of the picture. */
const LABELS = 150;
/** Least distance of the two names, so that they never lie on each other. */
const APART = 16;

/** The score of the best plan so far, and what no plan can pass, over the seconds of the solve. */
export function RunChart({ chart, width, height, words, ended }: RunChartProps) {
  const boundAt = Math.max(12, Math.min(chart.boundEnd, chart.scoreEnd - APART));
  const scoreAt = Math.max(boundAt + APART, chart.scoreEnd);
  return (
    <figure className="app-run__figure">
      <svg
        className="app-run__chart"
        viewBox={`0 0 ${width + LABELS} ${height + 4}`}
        role="img"
        aria-label={words}
      >
        <path className="app-run__gap" d={chart.gap} />
        <path className="app-run__bound" d={chart.bound} />
        <path className="app-run__score" d={chart.score} />
        <line className="app-run__axis" y1={height} x2={width} y2={height} />
        <text x={width + 8} y={boundAt + 4}>
          No plan can pass
        </text>
        <text className="app-run__name" x={width + 8} y={scoreAt + 4}>
          {ended ? "The plan" : "Best plan so far"}
        </text>
      </svg>
      <figcaption className="nhsuk-body-s">
        Points over {chart.seconds.toFixed(chart.seconds < 10 ? 1 : 0)} seconds. What lies between the lines
        is all that could still be gained.
      </figcaption>
    </figure>
  );
}
