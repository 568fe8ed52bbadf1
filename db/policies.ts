import { and, desc, eq, type InferSelectModel } from "drizzle-orm";
import { DEFAULT_POLICY, type Policy } from "~/domain/policy";
import { resolvePolicy } from "~/domain/resolve-policy";
import { withOrderSwitches } from "~/domain/workspace-settings";
import type { Actor } from "./actor";
import type { Reader } from "./engine";
import { policy } from "./schema";
import { inScope, type Scope } from "./scope";
import type { Store } from "./store";
import { retarget } from "./targets";
import { currentSettings } from "./workspace-settings";

/** A version of an organisation's policy. Number 0 is the default, which nobody has saved. */
export type PolicyVersion = Omit<InferSelectModel<typeof policy>, "organisation">;

const UNSAVED: PolicyVersion = { number: 0, policy: DEFAULT_POLICY, savedBy: "", savedAt: "", reason: "" };

/** The policy that counts for an organisation; null when it is not in scope. */
export async function currentPolicy(
  scope: Scope,
  db: Reader,
  organisation: string,
): Promise<PolicyVersion | null> {
  if (!scope.organisations.includes(organisation)) return null;
  const held = (await listPolicies(scope, db, organisation))[0] ?? UNSAVED;
  return switched(scope, db, organisation, held);
}

/** A version of an organisation's policy by its number, 0 the default; null: there is none in scope. */
export async function policyNumbered(
  scope: Scope,
  db: Reader,
  organisation: string,
  number: number,
): Promise<PolicyVersion | null> {
  if (!scope.organisations.includes(organisation)) return null;
  const versions = [UNSAVED, ...(await listPolicies(scope, db, organisation))];
  const held = versions.find((version) => version.number === number);
  return held ? switched(scope, db, organisation, held) : null;
}

/** The rules of the order are switched by site in the settings (docs/decisions/0020). */
async function switched(scope: Scope, db: Reader, organisation: string, held: PolicyVersion) {
  const { settings } = await currentSettings(scope, db, organisation);
  return { ...held, policy: withOrderSwitches(held.policy, settings) };
}

/** The saved versions of an organisation's policy, latest first. */
export async function listPolicies(scope: Scope, db: Reader, organisation: string): Promise<PolicyVersion[]> {
  const { number, policy: saved, savedBy, savedAt, reason } = policy;
  const versions = await db
    .select({ number, policy: saved, savedBy, savedAt, reason })
    .from(policy)
    .where(and(inScope(scope, policy.organisation), eq(policy.organisation, organisation)))
    .orderBy(desc(number));
  // A version that was saved before a key came into being has the default there.
  return versions.map((version) => ({ ...version, policy: resolvePolicy(version.policy) }));
}

export type SavePolicyOutcome =
  | { kind: "saved"; number: number }
  | { kind: "changedSince"; number: number; by: string }
  | { kind: "notFound" };

/** Saves the next version of a policy. `base`: number of the version that the person changed. */
export async function savePolicy(
  scope: Scope,
  store: Store,
  actor: Actor,
  saved: { organisation: string; base: number; policy: Policy; reason: string },
): Promise<SavePolicyOutcome> {
  return store.commit(actor, "policy.save", async (tx) => {
    const held = await currentPolicy(scope, tx.db, saved.organisation);
    if (held === null) return { kind: "notFound" };
    if (held.number !== saved.base) return { kind: "changedSince", number: held.number, by: held.savedBy };
    const { organisation, policy: content, reason } = saved;
    const number = held.number + 1;
    await tx.insert(policy, {
      organisation,
      number,
      policy: content,
      savedBy: tx.by,
      savedAt: tx.at,
      reason,
    });
    await retarget(tx, organisation, content);
    return { kind: "saved", number };
  });
}
