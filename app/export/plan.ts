import type { Plan } from "~/domain/plan";

/** Characters of a piece, at least: large enough that writing one is worth the call. */
const PIECE = 1 << 16;

/** plan.json: one line a key, and one line an element of each long list, so that two plans can be compared by line. */
export function planJson(plan: Plan): string {
  return [...planPieces(plan)].join("");
}

/** The text of plan.json piece by piece: that of a region's plan is larger than all else that its making needs. */
export function* planPieces(plan: Plan): Generator<string> {
  let piece = "";
  for (const text of texts(plan)) {
    piece += text;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = "";
  }
  yield piece;
}

function* texts(plan: Plan): Generator<string> {
  let before = "{\n";
  for (const [key, value] of Object.entries(plan)) {
    yield `${before} ${JSON.stringify(key)}: `;
    yield* valueTexts(value);
    before = ",\n";
  }
  yield "\n}\n";
}

function* valueTexts(value: unknown): Generator<string> {
  if (!Array.isArray(value) || value.length === 0) return yield JSON.stringify(value);
  let before = "[\n";
  for (const element of value) {
    yield `${before}  ${JSON.stringify(element)}`;
    before = ",\n";
  }
  yield "\n ]";
}
