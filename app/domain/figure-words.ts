/** A share as whole percent, `84%`; more than nothing is never shown as nothing, less than all never as all. */
export function percent(share: number): string {
  if (share > 0 && share < 0.005) return "under 1%";
  if (share < 1 && share >= 0.995) return "over 99%";
  return `${Math.round(share * 100)}%`;
}

/**
 * A probability as a frequency that is understood without arithmetic: `1 in 4`; at half a percent and less
 * `hardly ever`, above one half `more often than not`, from 95% on `almost certain`.
 */
export function frequency(probability: number): string {
  if (probability <= 0.005) return "hardly ever";
  if (probability >= 0.95) return "almost certain";
  if (probability > 0.5) return "more often than not";
  return `1 in ${Math.round(1 / probability)}`;
}

const grouped = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });

/** A whole number with its thousands set apart, `12,345`. */
export function number(value: number): string {
  return grouped.format(value);
}

/** A count with its noun, `1 case`, `12 cases`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${number(count)} ${count === 1 ? one : many}`;
}

/** Minutes as hours and minutes, `7 h 30 min`. */
export function hoursAndMinutes(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${number(hours)} h` : `${number(hours)} h ${rest} min`;
}
