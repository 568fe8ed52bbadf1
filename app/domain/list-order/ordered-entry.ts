import { isChild } from "../age";
import type { IsoDate } from "../calendar";
import type { UrgentClass } from "../urgency";
import type { WaitingListEntry } from "../waiting-list";
import { orderFlagsOf, type OrderFlag } from "./order-flags";

/** What the order within a list asks of an entry. */
export type OrderedEntry = Pick<
  WaitingListEntry,
  | "birthDate"
  | "clockStart"
  | "pathwayId"
  | "issuer"
  | "minutes"
  | "nights"
  | "orderFlags"
  | "details"
  | "anaesthetic"
  | "criticalCare"
  | "equipment"
  | "laterality"
>;

/** An entry as the rules see it on the day of its session. */
export interface OrderFacts {
  /** 0 is the most urgent; entries that are not urgent and due have the last rank. */
  urgentRank: number;
  child: boolean;
  birthDate: IsoDate;
  dayCase: boolean;
  criticalCare: boolean;
  /** Under a local anaesthetic alone. */
  local: boolean;
  flags: ReadonlySet<OrderFlag>;
  /** Codes of the equipment, in order. */
  equipment: string;
  side: "left" | "right" | null;
}

const URGENT: readonly (UrgentClass | null)[] = ["P1", "dueLate", "dueInTime"];

/** What the rules ask of an entry, worked out once. */
export function orderFacts(entry: OrderedEntry, date: IsoDate, urgentClass: UrgentClass | null): OrderFacts {
  const { birthDate, nights, equipment, laterality } = entry;
  const rank = URGENT.indexOf(urgentClass);
  return {
    urgentRank: rank < 0 ? URGENT.length : rank,
    child: isChild(birthDate, date),
    birthDate,
    dayCase: nights === 0,
    criticalCare: entry.criticalCare,
    local: entry.anaesthetic === "LA",
    flags: orderFlagsOf(entry),
    equipment: [...equipment].sort().join(";"),
    side: laterality === "left" || laterality === "right" ? laterality : null,
  };
}

/** The order that stands where no rule speaks: longest waiting first, equals by pathway identifier. */
export function byWait(a: OrderedEntry, b: OrderedEntry): number {
  return (
    compare(a.clockStart, b.clockStart) || compare(a.pathwayId, b.pathwayId) || compare(a.issuer, b.issuer)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
