import { anyOf, type PairRule } from "./rule";

/** The site holds the listing or is one that the patient accepts. */
export const site: PairRule = {
  reason: "site",
  liftedBy: "override",
  forbids: (entry, session) => session.site !== entry.listingSite && !entry.otherSites.includes(session.site),
  sentence: ({ listingSite, otherSites }, session, { names }) => {
    const accepts = otherSites.length
      ? `and the patient accepts ${anyOf(otherSites.map(names.site))}`
      : "and no other site is accepted";
    return `Listed at ${names.site(listingSite)} ${accepts}; ${names.session(session)} is at ${names.site(session.site)}.`;
  },
};
