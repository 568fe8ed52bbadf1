import type { Scope } from "~db/scope";
import type { User } from "./visitor.server";

/** A site, as somebody who works at it chooses it. */
export type OwnSite = User["sites"][number];

/** The sites among which somebody may choose where `scope` is what they may do something at; of one organisation with it. */
export const sitesIn = (user: Pick<User, "sites">, scope: Scope, organisation?: string): OwnSite[] =>
  user.sites.filter(
    (site) =>
      scope.sites.includes(site.code) &&
      scope.organisations.includes(site.organisation) &&
      (organisation === undefined || site.organisation === organisation),
  );

/** The same for a field of a form or a filter. */
export const siteChoices = (user: Pick<User, "sites">, scope: Scope): { value: string; text: string }[] =>
  sitesIn(user, scope).map(({ code, name }) => ({ value: code, text: name }));

/** What a site is called for somebody; its code where it is none of theirs. */
export const siteNameOf = (user: Pick<User, "sites">, site: string): string =>
  user.sites.find(({ code }) => code === site)?.name ?? site;
