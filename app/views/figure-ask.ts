import { LIFTABLE_RULES, type Bottleneck, type Liftable, type Lifted } from "~/domain/plan-reasons";

/** A question for a true figure, as an address carries it; entries by their ids. */
export type FigureAsk =
  | { kind: "force"; entry: string; sessionId: string }
  | { kind: "lift"; rule: Liftable; entry: string; sessionId: string }
  | { kind: "more"; resource: string }
  | { kind: "longer"; sessionId: string; minutes: number }
  | { kind: "case"; sessionId: string }
  | { kind: "overrun"; from: number; to: number }
  | { kind: "close"; sessionId: string }
  /** Only that day planned again; minutes null: the list is lost. */
  | { kind: "day"; sessionId: string; minutes: number | null };

const BETWEEN = "|";
const LOST = "lost";
/** 0 to 1, as numbers are written. */
const PROBABILITY = /^(0(\.\d{1,17})?|1)$/;

/** One text for a question: `longer|S00012|30`. */
export function askText(ask: FigureAsk): string {
  if (ask.kind === "force") return ["force", ask.entry, ask.sessionId].join(BETWEEN);
  if (ask.kind === "lift") return [ask.rule, ask.entry, ask.sessionId].join(BETWEEN);
  if (ask.kind === "more") return ["more", ask.resource].join(BETWEEN);
  if (ask.kind === "overrun") return ["overrun", ask.from, ask.to].join(BETWEEN);
  if (ask.kind === "close" || ask.kind === "case") return [ask.kind, ask.sessionId].join(BETWEEN);
  return [ask.kind, ask.sessionId, ask.minutes ?? LOST].join(BETWEEN);
}

/** The page of a question about a run. */
export const figurePath = (run: string, ask: FigureAsk) =>
  `/runs/${run}/figure?${new URLSearchParams({ ask: askText(ask) })}`;

/** The question of such a text; null when it is none. */
export function readAsk(text: string | null): FigureAsk | null {
  const [kind, one = "", two = "", ...more] = (text ?? "").split(BETWEEN);
  if (one === "" || more.length > 0) return null;
  if (kind === "force" && two !== "") return { kind, entry: one, sessionId: two };
  if (isLiftable(kind)) return two === "" ? null : { kind: "lift", rule: kind, entry: one, sessionId: two };
  if (kind === "more" && two === "") return { kind, resource: one };
  if ((kind === "close" || kind === "case") && two === "") return { kind, sessionId: one };
  if (kind === "overrun" && PROBABILITY.test(one) && PROBABILITY.test(two) && Number(one) < Number(two))
    return { kind, from: Number(one), to: Number(two) };
  if (kind === "day" && two === LOST) return { kind, sessionId: one, minutes: null };
  if ((kind === "longer" || kind === "day") && /^[1-9]\d{0,2}$/.test(two))
    return { kind, sessionId: one, minutes: Number(two) };
  return null;
}

/** What else is asked of a list: longer or lost, with the whole week planned again or only its day. */
export function asksOfList(sessionId: string, minutes: number): FigureAsk[] {
  return [
    { kind: "longer", sessionId, minutes },
    { kind: "day", sessionId, minutes },
    { kind: "close", sessionId },
    { kind: "day", sessionId, minutes: null },
  ];
}

const isLiftable = (kind: string | undefined): kind is Liftable =>
  LIFTABLE_RULES.some((rule) => rule === kind);

/**
 * The question whose answer is the true figure of an estimate; null: there is none. `entry`: for whom a rule would be
 * lifted, its id.
 */
export function askOf(what: Bottleneck["what"] | Lifted, entry: string | null = null): FigureAsk | null {
  if (isLiftable(what.kind) && "sessionId" in what && entry !== null)
    return { kind: "lift", rule: what.kind, entry, sessionId: what.sessionId };
  if (what.kind === "minutes" && "minutes" in what && "sessionId" in what)
    return { kind: "longer", sessionId: what.sessionId, minutes: what.minutes };
  if (what.kind === "case") return { kind: "case", sessionId: what.sessionId };
  if (what.kind === "overrun") return what;
  if (what.kind === "resource" && "resource" in what) {
    const { resource, site, date, period } = what;
    return { kind: "more", resource: `${resource} ${site} ${date} ${period}` };
  }
  return null;
}
