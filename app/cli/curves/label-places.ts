/** Where a label stands and how it is anchored there. */
export interface LabelPlace {
  x: number;
  y: number;
  anchor: "start" | "middle" | "end";
}

interface Spot {
  x: number;
  y: number;
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** About what a letter is wide and a line high, at 14 pixels. */
const LETTER = 7.2;
const LINE = 16;

/** Places round a point, the best first: above, below, to the right, to the left, and further out. */
const TRIED: readonly { dx: number; dy: number; anchor: LabelPlace["anchor"] }[] = [
  { dx: 0, dy: -15, anchor: "middle" },
  { dx: 0, dy: 26, anchor: "middle" },
  { dx: 14, dy: 5, anchor: "start" },
  { dx: -14, dy: 5, anchor: "end" },
  { dx: 12, dy: -13, anchor: "start" },
  { dx: -12, dy: -13, anchor: "end" },
  { dx: 12, dy: 22, anchor: "start" },
  { dx: -12, dy: 22, anchor: "end" },
  { dx: 0, dy: -33, anchor: "middle" },
  { dx: 0, dy: 44, anchor: "middle" },
  { dx: 0, dy: -51, anchor: "middle" },
  { dx: 0, dy: 62, anchor: "middle" },
];

/**
 * Puts a label beside each point where it lies on no point and on no label before it, as far as there is room.
 * @param first where it is tried first: away from the lines that lie on the other side
 */
export function placeLabels(
  texts: readonly string[],
  spots: readonly Spot[],
  within: Box,
  first: "above" | "below",
): LabelPlace[] {
  const tried = first === "above" ? TRIED : [...TRIED.filter(({ dy }) => dy > 0), ...TRIED];
  const taken: Box[] = spots.map(({ x, y }) => ({ left: x - 9, right: x + 9, top: y - 9, bottom: y + 9 }));
  return texts.map((text, index) => {
    const { x, y } = spots[index]!;
    const places = tried.map(({ dx, dy, anchor }) => ({ x: x + dx, y: y + dy, anchor }));
    const free = places.find((place) => {
      const box = boxOf(text, place);
      const inside = box.left >= within.left && box.right <= within.right + 30 && box.bottom <= within.bottom;
      return inside && !taken.some((other) => overlap(box, other));
    });
    const place = free ?? places[0]!;
    taken.push(boxOf(text, place));
    return place;
  });
}

function boxOf(text: string, { x, y, anchor }: LabelPlace): Box {
  const width = text.length * LETTER;
  const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
  return { left, right: left + width, top: y - LINE + 4, bottom: y + 4 };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
