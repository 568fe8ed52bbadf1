import type { Policy } from "~/domain/policy";

/** policy.json with every key. */
export function policyJson(policy: Policy): string {
  return JSON.stringify(policy, null, 2) + "\n";
}
