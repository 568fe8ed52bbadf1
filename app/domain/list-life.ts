import type { ListState } from "./list-state";

/** What people do to a list between its filling and its day. */
export const LIST_STEPS = ["signOff", "withdraw", "lock", "unlock", "publish"] as const;
export type ListStep = (typeof LIST_STEPS)[number];

/** What a step is judged by besides the state of the list. */
export interface ListFacts {
  /** The session takes cases: it is open or locked, not closed or unstaffed. */
  bookable: boolean;
  cases: number;
  /** Why it is done, as the person wrote it. */
  reason: string;
  /** Whether the list differs from its latest version; true where there is none. */
  differs: boolean;
}

/** Why a step cannot be taken now, and what to do instead; null: it can. */
export function stepRefusal(step: ListStep, state: ListState, facts: ListFacts): string | null {
  if (!facts.bookable && step !== "withdraw" && step !== "unlock")
    return "This session is closed or has no staff. Open it before its list goes on.";
  return REFUSALS[step](state, facts);
}

const REFUSALS: Record<ListStep, (state: ListState, facts: ListFacts) => string | null> = {
  signOff: ({ signedOff }, { cases }) => {
    if (signedOff) return "This list is signed off already. Withdraw the sign-off to sign it anew.";
    return cases === 0 ? "There is no case on this list to sign off." : null;
  },
  withdraw: ({ signedOff, locked }, { reason }) => {
    if (!signedOff) return "This list is not signed off.";
    if (locked) return "This list is locked. Unlock it before its sign-off is withdrawn.";
    return reason === "" ? "Say why the sign-off is withdrawn." : null;
  },
  lock: ({ signedOff, locked }) => {
    if (locked) return "This list is locked already.";
    return signedOff ? null : "This list is not signed off. Sign it off before it is locked.";
  },
  unlock: ({ locked }, { reason }) => {
    if (!locked) return "This list is not locked.";
    return reason === "" ? "Say why the list is unlocked." : null;
  },
  publish: ({ signedOff, published }, { reason, differs }) => {
    if (!signedOff) return "This list is not signed off. Sign it off before it is published.";
    if (published && !differs) return "Nothing has changed since the version that is published.";
    return published && reason === "" ? "Say why a new version is published." : null;
  },
};
