import { instantText } from "~/components/date-text";
import { listDemands } from "~/domain/hand/list-demands";
import { whoWords } from "~/services/hand/act-words.server";
import { heldHandWeek } from "~/services/hand/held-week.server";
import { store } from "~/store.server";
import { peopleOf } from "../week-people.server";
import { handList, type HandList } from "./hand-board.server";
import type { HandPageAsked } from "./hand-people.server";
import { sessionWords } from "./hand-words";

/** One list as it can be changed without moving anybody out of it: its order, and the minutes held in it. */
export interface HandListPage {
  organisation: string;
  week: string;
  words: string;
  list: HandList;
  /** Minutes kept free by people, each with why and by whom. */
  slots: { id: string; minutes: number; words: string }[];
  /** A change of it needs a reason. */
  asksReason: boolean;
  done: string;
}

/** Loads the page of a list; null when it is not one of the reader's. */
export async function handListPage(asked: HandPageAsked, id: string): Promise<HandListPage | null> {
  const { user, scope, organisation, week: start, search } = asked;
  const { db } = store();
  const week = await heldHandWeek(store(), { organisation, week: start, today: asked.today });
  const held = week.sessions.get(id);
  if (!held || !scope.sites.includes(held.session.site)) return null;
  const { session } = held;
  const entries = week.hand
    .casesOf(session)
    .map(({ entry }) => ({ entry: week.idOf.get(entry)!, site: session.site }));
  const page = `/weeks/${start}/change/sessions/${id}`;
  const people = await peopleOf(user, { organisation, sites: week.scope.sites, entries, page });
  const slots = week.slots.filter((slot) => slot.session === id);
  return {
    ...{
      organisation,
      week: start,
      words: sessionWords(week, session),
      list: handList(week, session, people),
    },
    slots: await Promise.all(
      slots.map(async ({ id: slot, minutes, reason, heldBy, heldAt }) => ({
        ...{ id: slot, minutes },
        words: `${reason}. Held by ${await whoWords(db, heldBy)} on ${instantText(new Date(heldAt))}.`,
      })),
    ),
    asksReason: listDemands(week.hand, session).reason,
    done: search.get("done") ?? "",
  };
}
