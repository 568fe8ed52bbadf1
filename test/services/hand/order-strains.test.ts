import { expect, it } from "vitest";
import { CONTRACT_FILES } from "~/domain/plan-input";
import { resolvePolicy } from "~/domain/resolve-policy";
import type { WaitingListEntry } from "~/domain/waiting-list";
import { orderStrains } from "~/services/hand/order-strains.server";
import { planContext } from "~/services/planning/plan-context.server";
import { aTheatreSession, aWaitingListEntry } from "../../factories";

const session = aTheatreSession();
const context = planContext({
  ...{ planDate: "2026-11-20", sessions: [session], policy: resolvePolicy({}), files: CONTRACT_FILES },
  ...{ resources: [], entries: [], pins: [], previous: null, rejected: [], warnings: [] },
});
let number = 0;
const entry = (facts: Partial<WaitingListEntry> = {}) =>
  aWaitingListEntry({ pathwayId: `PP${++number}`, patientId: `L${number}`, ...facts });
const child = entry({ birthDate: "2018-01-01" });
const latex = entry({ orderFlags: ["latex"] });

it("of one case, or of cases that the best order serves, is nothing", () => {
  const strains = orderStrains(context, () => undefined);
  expect(strains(session, [child])).toEqual([]);
  expect(strains(session, [entry(), child])).toEqual([]);
});

it("names what the best order cannot keep, with how many cases", () => {
  const strains = orderStrains(context, () => undefined)(session, [child, latex, entry()]);
  expect(strains).toMatchObject([
    {
      rule: "child",
      weight: 1,
      sentence: expect.stringMatching(/^Even in its best order, 1 case/) as string,
    },
  ]);
});

it("keeps to a person's order where there is one", () => {
  const last = entry();
  const strains = orderStrains(context, () => ({ entries: [last, child], golden: null }));
  expect(strains(session, [child, last]).map(({ sentence }) => sentence)).toEqual([
    "In the order that a person gave, 1 case would not keep: Children first, the youngest first of all.",
  ]);
});
