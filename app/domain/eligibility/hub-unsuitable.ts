import { anyOf, type PairRule } from "./rule";

/** A hub takes those whom pre-assessment found suitable for hubs, or for this one. */
export const hubUnsuitable: PairRule = {
  reason: "hub_unsuitable",
  liftedBy: "override",
  forbids: ({ hubSuitable }, session) =>
    session.siteType === "hub" && hubSuitable !== true && !hubSuitable.includes(session.site),
  sentence: ({ hubSuitable }, session, { names }) => {
    const where = `${names.session(session)} is at the hub ${names.site(session.site)}`;
    return hubSuitable === true || hubSuitable.length === 0
      ? `Not marked as suitable for a hub; ${where}.`
      : `Suitable only for ${anyOf(hubSuitable.map(names.site))}; ${where}.`;
  },
};
