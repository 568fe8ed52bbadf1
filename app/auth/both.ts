import type { Scope } from "~db/scope";

/** Where somebody holds two permissions: what lies in both of their scopes. */
export function both(first: Scope, second: Scope): Scope {
  return {
    organisations: first.organisations.filter((code) => second.organisations.includes(code)),
    sites: first.sites.filter((code) => second.sites.includes(code)),
  };
}
