import { number } from "~/domain/figure-words";
import { settingFacts } from "~/facts/workspace-settings";

/** What a person may say about a solve. */
export interface SolveWishes {
  seed: number;
  /** Steps a session that takes cases; null: as many as follow from the week. */
  stepsPerSession: number | null;
  movePrice: number;
  /** Patients already told who may move; missing or null: as the organisation has set. */
  toldMovesMax?: number | null;
}

export type WishesRead =
  | { kind: "read"; wishes: SolveWishes }
  /** `typed`: what stood in the form, to be corrected there. */
  | { kind: "refused"; problems: { field: string; message: string }[]; typed: Record<string, string> };

/** As many as follow from the week, about a tenth of that, and four times as many. */
const STEPS = new Map([
  ["usual", null],
  ["quick", 60],
  ["long", 2_400],
]);

const NAMES: Record<string, string> = {
  seed: "Seed",
  movePrice: "Points that a move must gain",
  toldMovesMax: "Patients already told who may move",
};

const LARGEST_SEED = 2 ** 31 - 1;
const LARGEST_PRICE = 1_000_000;
/** A weak claim to one's place: less than what a week more of waiting brings in the default policy. */
const USUAL_PRICE = 100;

/** What a solve is as when nobody says anything. */
export const USUAL_WISHES: SolveWishes = {
  ...{ seed: 1, stepsPerSession: null, movePrice: USUAL_PRICE, toldMovesMax: null },
};

/** Reads the form that starts a solve; what it does not say is as usual. */
export function readWishes(form: FormData): WishesRead {
  const problems: { field: string; message: string }[] = [];
  const text = (field: string) => String(form.get(field) ?? "").trim();
  const whole = <Usual extends number | null>(field: string, usual: Usual, most: number): number | Usual => {
    const typed = text(field);
    if (typed === "") return usual;
    const value = /^\d+$/.test(typed) ? Number(typed) : NaN;
    if (value <= most) return value;
    problems.push({
      field,
      message: `${NAMES[field]}: enter a whole number from 0 to ${number(most)}, not “${typed.slice(0, 20)}”`,
    });
    return usual;
  };
  const steps = STEPS.get(text("steps") || "usual");
  if (steps === undefined)
    problems.push({ field: "steps-1", message: "Choose how thorough the solve is to be" });
  const wishes = {
    seed: whole("seed", 1, LARGEST_SEED),
    stepsPerSession: steps ?? null,
    movePrice: whole("movePrice", USUAL_PRICE, LARGEST_PRICE),
    toldMovesMax: whole("toldMovesMax", null, settingFacts("toldMovesMax").most),
  };
  if (problems.length === 0) return { kind: "read", wishes };
  const fields = ["seed", "steps", "movePrice", "toldMovesMax"];
  return {
    kind: "refused",
    problems,
    typed: Object.fromEntries(fields.map((field) => [field, text(field)])),
  };
}
