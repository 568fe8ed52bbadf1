import type { Anaesthetic } from "../waiting-list";
import { anyOf, type PairRule } from "./rule";

export const anaesthetic: PairRule = {
  reason: "anaesthetic",
  liftedBy: "override",
  forbids: (entry, session) => !session.anaesthetics.includes(entry.anaesthetic),
  sentence: (entry, session, { names }) =>
    `Needs a ${NAMES[entry.anaesthetic]} anaesthetic; ${names.session(session)} offers ${offered(session.anaesthetics)}.`,
};

const NAMES: Record<Anaesthetic, string> = { GA: "general", RA: "regional", LA: "local" };

function offered(anaesthetics: readonly Anaesthetic[]): string {
  return anaesthetics.length ? `${anyOf(anaesthetics.map((code) => NAMES[code]))} only` : "none";
}
