/** What a person may say about a solve. */
export interface SolveWishes {
  seed: number;
  /** Steps a session that takes cases; null: as many as follow from the week. */
  stepsPerSession: number | null;
  movePrice: number;
}

export type WishesRead =
  { kind: "read"; wishes: SolveWishes } | { kind: "refused"; problems: { field: string; message: string }[] };

/** About a tenth of what the solver does by itself, and four times as much. */
const STEPS: Record<string, number> = { quick: 60, long: 2_400 };

const LARGEST_SEED = 2 ** 31 - 1;
const LARGEST_PRICE = 1_000_000;
/** A weak claim to one's place: less than what a week more of waiting brings in the default policy. */
const USUAL_PRICE = 100;

/** Reads the form that starts a solve; what it does not say is as usual. */
export function readWishes(form: FormData): WishesRead {
  const problems: { field: string; message: string }[] = [];
  const whole = (field: string, usual: number, most: number): number => {
    const text = String(form.get(field) ?? "").trim();
    if (text === "") return usual;
    const value = /^\d+$/.test(text) ? Number(text) : NaN;
    if (value <= most) return value;
    problems.push({ field, message: `Enter a whole number from 0 to ${most}, not “${text.slice(0, 20)}”` });
    return usual;
  };
  const wishes = {
    seed: whole("seed", 1, LARGEST_SEED),
    stepsPerSession: STEPS[String(form.get("steps"))] ?? null,
    movePrice: whole("movePrice", USUAL_PRICE, LARGEST_PRICE),
  };
  return problems.length > 0 ? { kind: "refused", problems } : { kind: "read", wishes };
}
