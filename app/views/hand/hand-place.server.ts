import type { IsoDate } from "~/domain/calendar";
import { dateText } from "~/components/date-text";
import { candidatePlaces, judgeMoves } from "~/domain/hand/hand-verdict";
import { operatedWords } from "~/domain/operated";
import type { WaitingListEntry } from "~/domain/waiting-list";
import { handCase, type HandCase } from "~/services/hand/hand-case.server";
import { heldHandWeek, type HandAsked, type HeldHandWeek } from "~/services/hand/held-week.server";
import { store } from "~/store.server";
import type { Scope } from "~db/scope";
import { placeInFull, placeWords, type PlaceInFull, type PlaceWords } from "./hand-words";

/** Every place that a case might have in a week, by id of the session. */
export interface HandPlaces {
  entry: string;
  revision: number;
  places: Record<string, PlaceWords>;
  /** What taking it out would mean; null: it stands nowhere. */
  out: PlaceInFull | null;
  /** Swapping it with the case that was asked for. */
  swap: (PlaceInFull & { with: string }) | null;
}

/** Judges every place of a case at once; null when it is not there. `other`: the entry that it might be swapped with. */
export async function handPlaces(
  scope: Scope,
  asked: HandAsked,
  id: string,
  other: string | null,
): Promise<HandPlaces | null> {
  const { db } = store();
  const week = await heldHandWeek(store(), asked);
  const one = await handCase(scope, db, week, id);
  if (one === null) return null;
  const { entry } = one;
  const places: Record<string, PlaceWords> = {};
  const said = staysWords(one, asked.today);
  for (const { session, verdict } of candidatePlaces(week.hand, entry)) {
    if (!scope.sites.includes(session.site)) continue;
    const words = placeWords(verdict);
    places[week.idOf.get(session)!] = said === "" ? words : { ...words, ...refusal(said) };
  }
  const standing = week.hand.placeOf(entry);
  const out = standing ? outWords(week, entry, one.operated ? said : "") : null;
  const partner = other === null ? undefined : week.entries.get(other)?.entry;
  const place = partner && week.hand.placeOf(partner);
  const swaps =
    standing && !one.operated && partner && place && place.session !== standing.session
      ? judgeMoves(week.hand, [
          { entry, to: place.session },
          { entry: partner, to: standing.session },
        ])
      : null;
  const swap = swaps && other !== null ? { ...placeInFull(swaps, true), with: other } : null;
  return { entry: id, revision: week.revision, places, out, swap };
}

const refusal = (sentence: string): Pick<PlaceWords, "kind" | "all" | "asks"> => ({
  ...{ kind: "refused", all: [sentence], asks: false },
});

/** What taking a case out would mean; `refused`: why nobody does. */
export function outWords({ hand }: HeldHandWeek, entry: WaitingListEntry, refused: string): PlaceInFull {
  const words = placeInFull(judgeMoves(hand, [{ entry, to: null }]));
  return refused === "" ? words : { ...words, ...refusal(refused) };
}

/** Why a case goes to no place of this week, whatever the place; empty: places decide. */
export function staysWords({ operated, elsewhere }: HandCase, today: IsoDate): string {
  if (operated) return operatedWords(operated, today);
  return elsewhere === null ? "" : elsewhereWords(elsewhere.week);
}

/** What keeps a case out of a week while it has a place in another. */
function elsewhereWords(week: IsoDate): string {
  return `Has a place in the week of ${dateText(week, "date")}: take it out there first.`;
}
