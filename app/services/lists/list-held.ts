import type { IsoDate } from "~/domain/calendar";
import type { ListState } from "~/domain/list-state";
import type { SessionEvent } from "~/domain/session-event";
import type { ListOrder } from "~db/list-orders";
import type { Placement } from "~db/placements";
import type { HeldDetail } from "~db/session-details";
import type { HeldSession } from "~db/theatre-sessions";
import type { HeldEntry } from "~db/waiting-list";
import type { OrderedCase, OrderedList } from "../planning/order-list.server";

/** A case of a list as it stands now. */
export interface CaseNow extends OrderedCase {
  held: HeldEntry;
  placement: Placement;
  /** Its fitness is not confirmed: it is never told, published or exported. */
  provisional: boolean;
}

/** A theatre list as it stands now: who is on it, and in which order. */
export interface ListHeld {
  held: HeldSession;
  week: IsoDate;
  /** How often the week has been changed. */
  revision: number;
  state: ListState;
  events: SessionEvent[];
  detail: HeldDetail | null;
  /** The order that a person gave; null: the rules' order. */
  order: ListOrder | null;
  cases: CaseNow[];
  breaks: OrderedList["breaks"];
  bookable: boolean;
  siteName: string;
}
