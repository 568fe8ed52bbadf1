import { number } from "~/domain/figure-words";

/** Seconds: two figures below one, one decimal below a hundred. */
export function seconds(value: number): string {
  return value < 1 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : number(value);
}

/** Bytes in whole MiB. */
export function mebibytes(bytes: number): string {
  return bytes > 0 ? `${number(bytes / 2 ** 20)} MiB` : "not known";
}

/** Bytes in GiB. */
export function gibibytes(bytes: number): string {
  return `${(bytes / 2 ** 30).toFixed(1)} GiB`;
}

/** (bound - score) / bound as percent with three decimals; rounded up, so that it never flatters. */
export function gapFigure(score: number, bound: number): string {
  const percent = bound > 0 ? ((bound - score) / bound) * 100 : 0;
  return `${(Math.ceil(percent * 1000 - 1e-6) / 1000).toFixed(3)}%`;
}
