import type { User } from "~/auth/visitor.server";
import { store } from "~/store.server";
import { listSignIns, revokeSignIn } from "~db/sign-in-sessions";

/** Ends sign-ins of one's own: the one with this id, or (id null) all but that of this browser. */
export async function endOwnSignIns(user: User, id: string | null): Promise<void> {
  const actor = { kind: "user", id: user.id } as const;
  const own = await listSignIns(store().db, user.id, store().now());
  const ending = own.filter((signIn) => (id === null ? signIn.id !== user.signIn.id : signIn.id === id));
  await store().commit(actor, "user.end-own-sign-ins", async () => {
    for (const signIn of ending) await revokeSignIn(store(), actor, signIn.id);
  });
}
