import type { Anaesthetic } from "../waiting-list";
import { anyOf, named, type PairRule } from "./rule";

export const anaesthetic: PairRule = {
  reason: "anaesthetic",
  liftedBy: "override",
  forbids: (entry, session) => !session.anaesthetics.includes(entry.anaesthetic),
  sentence: (entry, session) =>
    `Needs a ${NAMES[entry.anaesthetic]} anaesthetic; ${named(session)} offers ${offered(session.anaesthetics)}.`,
};

const NAMES: Record<Anaesthetic, string> = { GA: "general", RA: "regional", LA: "local" };

function offered(anaesthetics: readonly Anaesthetic[]): string {
  return anaesthetics.length ? `${anyOf(anaesthetics.map((code) => NAMES[code]))} only` : "none";
}
