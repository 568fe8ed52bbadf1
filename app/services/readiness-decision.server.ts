import type { User } from "~/auth/visitor.server";
import { store } from "~/store.server";
import { decideReadiness } from "~db/readiness";
import type { Scope } from "~db/scope";
import { findAccount } from "~db/users";
import type { ReadinessGiven } from "./readiness-form.server";

export type ReadinessAnswer =
  | { kind: "decided" }
  /** Somebody else decided after the form was opened; their decision stands. */
  | { kind: "changedSince"; by: string; decision: number }
  | { kind: "notFound" };

/** Records a decision on readiness. `base`: number of the latest decision that the form showed, 0 for none. */
export async function decideOnReadiness(
  user: User,
  scope: Scope,
  entry: string,
  base: number,
  { reason, ...readiness }: ReadinessGiven,
): Promise<ReadinessAnswer> {
  const actor = { kind: "user", id: user.id } as const;
  const outcome = await decideReadiness(scope, store(), actor, { entry, base, readiness, reason });
  if (outcome.kind !== "changedSince") return { kind: outcome.kind };
  const by = await findAccount(store().db, outcome.by.replace(/^user:/, ""));
  return { kind: "changedSince", by: by?.name ?? "Somebody", decision: outcome.number };
}
