import { CATARACT } from "./fit-patient";
import { a, bmi, cataract, type RulePair } from "./patients-by-finding";

/** Pairs of the rules that suggest a low-risk result. */
export const SUGGESTION_PAIRS: Record<string, RulePair> = {
  Z05: [
    [{}, { age: 18 }, { age: 60 }, { age: 64, procedure: { severity: "minor" } }, bmi(18.5), bmi(34.9)],
    [
      { age: 17 },
      { age: 65, procedure: { severity: "minor" } },
      bmi(18.4),
      bmi(35),
      a({ stroke: "dk" }),
      a({ anything_else: "see my letter" }),
      a({ still_want: "unsure" }),
      a({ reflux: "often" }),
      a({ weight_kg: null }),
      { procedure: { severity: null } },
    ],
  ],
  Z06: [
    [
      cataract(),
      { age: 80, procedure: CATARACT },
      cataract({ chest_pain: "hard", breathless: "hill" }),
      cataract({ reflux: "often" }),
    ],
    [
      {},
      cataract({ lie_flat: "no_other" }),
      cataract({ chest_pain: "walk" }),
      cataract({ breathless: "flat" }),
      cataract({ stroke: "dk" }),
      cataract({ anything_else: "see my letter" }),
      cataract({ still_want: "unsure" }),
      { age: 80, procedure: CATARACT, answers: { memory: "worried" } },
      { age: 80, procedure: CATARACT, answers: { memory: null } },
      cataract({ kidney: "dialysis" }),
    ],
  ],
};

/** Pairs of the rules that are looked at for each hub. */
export const HUB_RULE_PAIRS: Record<string, RulePair> = {
  Z07: [
    [{}, a({ travel_hub: "yes_help" }), a({ reflux: "often" })],
    [
      a({ travel_hub: "no" }),
      a({ travel_hub: "unsure" }),
      a({ travel_hub: null }),
      a({ still_want: "unsure" }),
      bmi(40.1),
      a({ weight_kg: null }),
      { procedure: { hvlc: false } },
      a({ kidney: "dialysis" }),
      a({ neck_mouth: "yes" }),
    ],
  ],
};
