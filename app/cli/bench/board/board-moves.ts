import { randomOf } from "~solver/random";
import type { HandPlaces } from "~/views/hand/hand-place.server";
import type { SignedIn } from "../served/built-server";
import { timed } from "../served/times";
import type { MadeBoard } from "./made-board";

/** Of each move the milliseconds from request to the whole answer: asking of every place, the change itself, and the board anew. */
export interface MovesMeasured {
  asked: number[];
  moved: number[];
  again: number[];
  /** Of the moves, those that a rule refused: they are checked all the same, and nothing is written. */
  refused: number;
}

const WARM_UP = 10;
/** Share of the moves that go to any list at all, whatever its rules say. */
const ANYWHERE = 0.2;

/** Moves cases at random, most to a list that takes them, out where none does, one after another as one person does. */
export async function measureMoves(
  { url, cookie }: SignedIn,
  { week, placed }: MadeBoard,
  moves: number,
): Promise<MovesMeasured> {
  const random = randomOf(1);
  const some = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
  const measured: MovesMeasured = { asked: [], moved: [], again: [], refused: 0 };
  for (let move = -WARM_UP; move < moves;) {
    const entry = some(placed);
    const [places, asked] = await timed(() => placesOf(url, cookie, week, entry));
    const anywhere = random() < ANYWHERE;
    const fits = Object.entries(places.places).filter(
      ([, { kind, asks }]) => anywhere || ((kind === "allowed" || kind === "warned") && !asks),
    );
    // Full lists have no room: then the case is taken out, and finds a place when it is drawn again.
    if (fits.length === 0 && places.out === null) continue;
    const where: Record<string, string> =
      fits.length === 0 ? { do: "out" } : { do: "move", to: some(fits)[0] };
    const wish = { ...where, answer: "data", baseRevision: String(places.revision) };
    const [status, moved] = await timed(() =>
      change(url, cookie, `/weeks/${week}/change/cases/${entry}`, wish),
    );
    if (move >= 0) {
      measured.asked.push(asked);
      measured.moved.push(moved);
      measured.again.push((await timed(() => board(url, cookie, week)))[1]);
      if (status !== 200) measured.refused += 1;
    }
    move += 1;
  }
  return measured;
}

async function placesOf(url: string, cookie: string, week: string, entry: string): Promise<HandPlaces> {
  const answer = await fetch(`${url}/weeks/${week}/change/places?entry=${entry}`, {
    headers: { Cookie: cookie },
  });
  if (!answer.ok) throw new Error(`The board answered ${answer.status} when asked for places.`);
  return (await answer.json()) as HandPlaces;
}

/** Makes a change as the board's own scripts do; its status says what came of it. */
async function change(
  url: string,
  cookie: string,
  path: string,
  fields: Record<string, string>,
): Promise<number> {
  const answer = await fetch(`${url}${path}.data`, {
    method: "POST",
    headers: { Cookie: cookie, Origin: url, "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(fields),
  });
  await answer.text();
  if (![200, 400].includes(answer.status))
    throw new Error(`The board answered a move with ${answer.status}.`);
  return answer.status;
}

/** The board as its scripts fetch it anew after a change. */
async function board(url: string, cookie: string, week: string): Promise<void> {
  const answer = await fetch(`${url}/weeks/${week}/change.data`, { headers: { Cookie: cookie } });
  await answer.text();
  if (!answer.ok) throw new Error(`The board answered ${answer.status} when it was fetched anew.`);
}
